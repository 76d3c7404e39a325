using System.Text.RegularExpressions;

namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>The <c>#r</c>, <c>#i</c> and <c>#load</c> lines of a cell, taken out of the code.</summary>
/// <param name="Code">The code with those lines blanked, lines and columns kept.</param>
/// <param name="Directives">The lines, in order.</param>
internal sealed partial record CellHeader(string Code, IReadOnlyList<ReferenceDirective> Directives)
{
    /// <summary>Splits a cell. Cells without such a line are passed through at no cost.</summary>
    public static CellHeader Parse(string code)
    {
        if (!code.Contains('#') || !Line().IsMatch(code)) return new(code, []);
        var directives = new List<ReferenceDirective>();
        var rest = Line().Replace(code, match =>
        {
            var line = code.AsSpan(0, match.Index).Count('\n') + 1;
            directives.Add(new(match.Groups["kind"].Value, match.Groups["value"].Value.Trim(), line));
            return new string(' ', match.Length);
        });
        return new(rest, directives);
    }

    [GeneratedRegex("""^[ \t]*\#(?<kind>r|i|load)[ \t]+"(?<value>[^"\r\n]*)"[ \t]*;?""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}

/// <summary>One <c>#r</c>, <c>#i</c> or <c>#load</c> line.</summary>
/// <param name="Kind"><c>r</c>, <c>i</c> or <c>load</c>.</param>
/// <param name="Value">What stands between the quotes.</param>
/// <param name="Line">1-based line in the cell.</param>
internal sealed record ReferenceDirective(string Kind, string Value, int Line)
{
    /// <summary>The line as written.</summary>
    public override string ToString() => $"#{Kind} \"{Value}\"";
}
