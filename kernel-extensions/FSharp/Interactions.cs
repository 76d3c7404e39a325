using System.Text.RegularExpressions;

namespace Qiansi.FSharpCells;

/// <summary>Cuts a cell at <c>;;</c>, behind which F# Interactive would run nothing and say nothing.</summary>
internal static partial class Interactions
{
    /// <summary>The parts that hold code, each behind as many empty lines as stand before it, so that lines stay the cell's.</summary>
    public static IEnumerable<string> Of(string code)
    {
        var start = 0;
        foreach (var end in Pattern().Matches(code).Where(m => m.Value == ";;").Select(m => m.Index).Append(code.Length))
        {
            var part = code[start..end];
            // One that is not closed is an error, which the compiler is to tell.
            var withoutComments = Pattern().Replace(part, m => m.Groups["comment"].Success && IsClosed(m.Value) ? "" : m.Value);
            if (!string.IsNullOrWhiteSpace(withoutComments)) yield return new string('\n', code.AsSpan(0, start).Count('\n')) + part;
            start = Math.Min(end + 2, code.Length);
        }
    }

    private static bool IsClosed(string comment) => comment.StartsWith('/') || comment.EndsWith("*)", StringComparison.Ordinal);

    // Texts and comments first, so that what they hold is not met; characters, among them '"', before texts. Comments nest.
    [GeneratedRegex(""""
        (?<comment> //[^\n]* | \(\*(?!\)) (?> [^(*]+ | \((?!\*) | \*(?!\)) | (?<depth>\(\*) | (?<-depth>\*\)) )* (\*\)|\z) )
        | '(\\.|[^\\'])'
        | \$*""" .*? ("""|\z) | (@\$?|\$@)" ([^"] | "")* ("|\z) | " ([^"\\] | \\.)* ("|\z) | ;;
        """", RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
