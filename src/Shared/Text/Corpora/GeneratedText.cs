using System.Text;

namespace Qiansi.Text;

/// <summary>
/// A text the program makes, for machines without network: short reports from ships in made-up English. What there is to learn lies at
/// several distances: spelling within words, order of words, a number that agrees with its verb, a name that comes back at the end.
/// </summary>
public static class GeneratedText
{
    private static readonly string[] Names =
        ["Ada", "Boole", "Curie", "Dirac", "Euler", "Fermi", "Gauss", "Hypatia", "Ibn Sina", "Jacobi", "Kepler", "Lovelace", "Zu Chongzhi"];

    private static readonly string[] Ships = ["Aurora", "Borealis", "Calypso", "Dorado", "Equinox", "Fulmar", "Gannet", "Halcyon"];

    private static readonly string[] Adjectives =
        ["old", "white", "grey", "great", "silent", "strange", "restless", "patient", "hungry", "northern", "quick", "weary"];

    private static readonly (string One, string Many)[] Things =
    [
        ("whale", "whales"), ("gull", "gulls"), ("wave", "waves"), ("sailor", "sailors"), ("storm", "storms"), ("lantern", "lanterns"),
        ("island", "islands"), ("harpoon", "harpoons"), ("shadow", "shadows"), ("current", "currents"), ("fish", "fishes"),
    ];

    private static readonly (string One, string Many)[] Acts =
    [
        ("follows", "follow"), ("passes", "pass"), ("watches", "watch"), ("carries", "carry"), ("leaves", "leave"), ("finds", "find"),
        ("crosses", "cross"), ("remembers", "remember"), ("answers", "answer"), ("fears", "fear"),
    ];

    private static readonly string[] Places =
        ["by the harbour", "under the moon", "in the long night", "before the wind", "far from land", "at the edge of the ice", "near the reef"];

    /// <summary>Makes a text.</summary>
    /// <param name="length">About how many characters; the last report ends before it.</param>
    /// <param name="seed">The same seed makes the same text.</param>
    public static string Make(int length, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1000);
        var (random, text) = (new Random(seed), new StringBuilder(length));
        while (true)
        {
            var report = Report(random);
            if (text.Length + report.Length > length) return text.ToString();
            text.Append(report);
        }
    }

    private static string Report(Random random)
    {
        var (name, ship) = (Pick(random, Names), Pick(random, Ships));
        var report = new StringBuilder($"{name} of the {ship} writes: ");
        for (var sentences = random.Next(2, 6); sentences > 0; sentences--) report.Append(Sentence(random)).Append(' ');
        return report.Append($"Thus far {name}, {random.Next(1, 31)} days on the {ship}.\n\n").ToString();
    }

    private static string Sentence(Random random)
    {
        var (isMany, adjective) = (random.Next(2) == 0, random.Next(3) == 0 ? "" : Pick(random, Adjectives) + " ");
        var (first, act, second) = (Pick(random, Things), Pick(random, Acts), Pick(random, Things));
        var subject = isMany ? $"{Pick(random, ["Two", "Three", "Seven", "Many"])} {adjective}{first.Many}"
            : $"{Pick(random, ["The", "This", "One"])} {adjective}{first.One}";
        var place = random.Next(2) == 0 ? "" : " " + Pick(random, Places);
        return $"{subject}{place} {(isMany ? act.Many : act.One)} the {(random.Next(2) == 0 ? second.One : second.Many)}.";
    }

    private static T Pick<T>(Random random, T[] items) => items[random.Next(items.Length)];
}
