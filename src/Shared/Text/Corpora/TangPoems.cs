using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Qiansi.Data.Fetching;

namespace Qiansi.Text;

/// <summary>The complete poems of the Tang (全唐诗): 57,603 poems in traditional script, their text alone.</summary>
public static partial class TangPoems
{
    /// <summary>Its file, made of the npm package <c>chinese-poetry</c> (MIT), of which nothing else is kept.</summary>
    public static FetchedDataset Dataset { get; } = new("tang", "57,603 poems of the Tang, traditional script (package MIT)",
        "chinese-poetry", "2.0.1",
        [
            new("poems.txt", "package/dist/quantangshi/poet.tang.", 11_323_125,
                "36ece40dfb2c71718c5a3ad379528148ad4b1e94f320e712aaad4302c71d1d0b") { Make = TextOf },
        ]);

    /// <summary>Whether they were fetched.</summary>
    public static bool IsPresent => Dataset.IsPresent;

    /// <summary>Reads the poems, each with a line for a couplet.</summary>
    /// <exception cref="FileNotFoundException">They were not fetched; the message says how.</exception>
    public static IReadOnlyList<string> Load() => FetchedText.Read(Dataset).Split("\n\n");

    /// <summary>The poems of two or four couplets whose ten characters are five and five: <c>床前明月光，疑是地上霜。</c></summary>
    /// <inheritdoc cref="Load"/>
    public static IReadOnlyList<string> LoadFiveCharacterPoems() => [.. Load().Where(p => FiveCharacters().IsMatch(p))];

    [GeneratedRegex(@"^\s*(?:\w{5}，\w{5}。\s*){2}(?:(?:\w{5}，\w{5}。\s*){2})?$")]
    private static partial Regex FiveCharacters();

    private static byte[] TextOf(IReadOnlyDictionary<string, byte[]> files)
    {
        var poems = from file in files
                    orderby file.Key.Length, file.Key
                    from poem in JsonDocument.Parse(file.Value).RootElement.EnumerateArray()
                    let lines = poem.GetProperty("paragraphs").EnumerateArray().Select(l => l.GetString() + "\n").ToList()
                    where lines.Count > 0
                    select string.Concat(lines);
        return Encoding.UTF8.GetBytes(string.Join('\n', poems));
    }
}
