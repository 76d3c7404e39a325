using System.Text.RegularExpressions;

namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>The <c>#r</c>, <c>#i</c> and <c>#load</c> lines of a cell, and the <c>#:</c> lines of file-based programs,
/// taken out of the code.</summary>
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
            directives.Add(ReferenceDirective.Of(match.Groups["kind"].Value, match.Groups["value"].Value.Trim(), line));
            return new string(' ', match.Length);
        });
        return new(rest, directives);
    }

    [GeneratedRegex("""^[ \t]*\#(?:(?<kind>r|i|load)[ \t]+"(?<value>[^"\r\n]*)"[ \t]*;?|(?<kind>:\w+)(?<value>[^\r\n]*))""",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}

/// <summary>One of these lines.</summary>
/// <param name="Kind"><c>r</c>, <c>i</c>, <c>load</c>, or <c>:property</c> and its like.</param>
/// <param name="Value">What stands between the quotes, or after the name.</param>
/// <param name="Line">1-based line in the cell.</param>
internal sealed record ReferenceDirective(string Kind, string Value, int Line)
{
    /// <summary>Whether the line is about the compiler, not about what is compiled against.</summary>
    public bool IsOption => Kind.StartsWith(':');

    /// <summary>A line as cells know it: <c>#:package Name@1.2</c> is <c>#r "nuget: Name, 1.2"</c>,
    /// <c>#:project file</c> is <c>#r "file"</c>.</summary>
    public static ReferenceDirective Of(string kind, string value, int line) => kind switch
    {
        ":package" => new("r", "nuget: " + value.Replace("@", ", ", StringComparison.Ordinal), line),
        ":project" => new("r", value, line),
        _ => new(kind, value, line),
    };

    /// <summary>The line as written.</summary>
    public override string ToString() => IsOption ? $"#{Kind} {Value}" : $"#{Kind} \"{Value}\"";
}
