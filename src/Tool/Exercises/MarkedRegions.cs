using System.Text;
using System.Text.RegularExpressions;
using Qiansi.Documents;

namespace Qiansi.Tool.Exercises;

/// <summary>Parts of a cell between nbgrader's marks, <c>// BEGIN SOLUTION</c> and <c>// END SOLUTION</c>,
/// behind any comment sign (<c>###</c>, <c>--</c>, <c>&lt;!--</c>).</summary>
internal static partial class MarkedRegions
{
    /// <summary>Solutions, which a student's copy does not have.</summary>
    public const string Solution = "SOLUTION";

    /// <summary>How a person is to mark a task, which students do not see.</summary>
    public const string MarkScheme = "MARK SCHEME";

    /// <summary>Checks that students do not see, which are run when graded.</summary>
    public const string HiddenTests = "HIDDEN TESTS";

    /// <summary>The text with other text in place of each marked region; null when there is none.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="name"><see cref="Solution"/>, <see cref="MarkScheme"/> or <see cref="HiddenTests"/>.</param>
    /// <param name="replacement">Lines that take the region's place, indented like its first mark; empty for none.</param>
    /// <param name="file">What errors call the notebook.</param>
    /// <param name="cellId">What they call the cell.</param>
    /// <exception cref="DocumentException">A mark has no partner.</exception>
    public static string? Replace(string source, string name, IReadOnlyList<string> replacement, string file, string cellId)
    {
        var text = new StringBuilder();
        var (isInside, found) = (false, false);
        foreach (var line in source.ReplaceLineEndings("\n").Split('\n'))
        {
            var mark = Mark().Match(line);
            if (!mark.Success || mark.Groups["name"].Value != name)
            {
                if (!isInside) text.Append(line).Append('\n');
                continue;
            }

            var begins = mark.Groups["kind"].Value == "BEGIN";
            if (begins == isInside) throw Unpaired(begins ? "BEGIN" : "END");
            (isInside, found) = (begins, true);
            if (!begins) continue;
            foreach (var replacing in replacement) text.Append(mark.Groups["indent"].Value).Append(replacing).Append('\n');
        }

        if (isInside) throw Unpaired("BEGIN");
        return found ? text.ToString().TrimEnd('\n') : null;

        DocumentException Unpaired(string kind) =>
            new(file, 0, 0, $"cell '{cellId}' has a mark '{kind} {name}' without its partner",
                $"Regions begin with a line '// BEGIN {name}' and end with '// END {name}'; they do not nest.");
    }

    /// <summary>Whether any line of a cell is a mark.</summary>
    public static bool HasMark(string source) => Mark().IsMatch(source);

    [GeneratedRegex(@"^(?<indent>[^\S\n]*)(//+|#+|--|<!--|/\*|%|===)\s*(?<kind>BEGIN|END) (?<name>SOLUTION|HIDDEN TESTS|MARK SCHEME)\b",
        RegexOptions.Multiline)]
    private static partial Regex Mark();
}
