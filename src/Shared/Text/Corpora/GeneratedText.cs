using System.Text;

namespace Qiansi.Text;

/// <summary>
/// A text the program makes, for machines without network: short reports from ships in made-up English. What there is to learn lies at
/// several distances: spelling within words, few of them frequent and most rare, order of words, a number that agrees with its verb, and
/// an invented name that comes back at the end, where only the beginning of the report tells it.
/// </summary>
public static class GeneratedText
{
    private static readonly string[] Ships =
        ["Aurora", "Borealis", "Calypso", "Dorado", "Equinox", "Fulmar", "Gannet", "Halcyon"];

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

    private static readonly string[] Onsets =
        ["b", "br", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w", "z"];

    private static readonly string[] Rhymes =
        ["a", "an", "e", "el", "en", "er", "i", "in", "is", "o", "ol", "on", "or", "u", "um", "us"];

    /// <summary>What is carried, the most frequent first.</summary>
    private static readonly string[] Goods = [.. MakeGoods()];

    private static readonly string[] Places =
    [
        "by the harbour", "under the moon", "in the long night", "before the wind", "far from land", "at the edge of the ice",
        "near the reef",
    ];

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
        var (name, ship) = (Capital(Word(random)), Pick(random, Ships));
        var report = new StringBuilder($"{name} of the {ship} writes: ");
        for (var sentences = random.Next(2, 6); sentences > 0; sentences--)
            report.Append(random.Next(3) == 0 ? Trade(random) : Sentence(random)).Append(' ');
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

    private static string Trade(Random random) =>
        $"We {Pick(random, ["carry", "trade", "have lost", "look for"])} {Good(random)} and {Good(random)}.";

    /// <summary>The n-th is about n times as rare as the first (Zipf).</summary>
    private static string Good(Random random) => Goods[(int)Math.Pow(Goods.Length, random.NextDouble()) - 1];

    private static IEnumerable<string> MakeGoods()
    {
        var random = new Random(1851);
        return Enumerable.Range(0, 3000).Select(_ => Word(random)).Distinct();
    }

    /// <summary>A word that is nobody's: two to four syllables.</summary>
    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Pick(random, Onsets) + Pick(random, Rhymes)));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static T Pick<T>(Random random, T[] items) => items[random.Next(items.Length)];
}
