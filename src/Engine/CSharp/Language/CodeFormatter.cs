using Microsoft.CodeAnalysis.Formatting;

namespace Qiansi.Engine.CSharp.Language;

/// <summary>Lays out a cell's C# the way <c>dotnet format</c> does; directive lines stay as they are.</summary>
internal static class CodeFormatter
{
    /// <summary>Stands for directive lines while the formatter works: it moves comments with the code,
    /// but changes nothing in them.</summary>
    private const string Mark = "//\u01c0directive ";

    /// <summary>The text laid out; text that does not parse is given back unchanged.</summary>
    public static string Format(string code, CancellationToken cancellation)
    {
        var directives = new List<string>();
        var text = Hide(code, directives);
        var tree = SpeculativeCompiler.Parse(text, cancellation);
        foreach (var diagnostic in tree.GetDiagnostics(cancellation))
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error) return code;
        }

        using var workspace = new AdhocWorkspace();
        return Show(Formatter.Format(tree.GetRoot(cancellation), workspace, cancellationToken: cancellation).ToFullString(), directives);
    }

    private static string Hide(string code, List<string> directives)
    {
        var blank = DirectiveLines.Blank(code);
        if (ReferenceEquals(blank, code)) return code;

        var lines = new List<string>();
        for (var start = 0; start <= code.Length;)
        {
            var end = DirectiveLines.LineEnd(code, start);
            var line = code[start..end];
            if (line != blank[start..end])
            {
                directives.Add(line);
                line = Mark + (directives.Count - 1);
            }

            lines.Add(line);
            if (end < code.Length && code[end] == '\r' && end + 1 < code.Length && code[end + 1] == '\n') lines[^1] += code[end++];
            start = end + 1;
        }

        return string.Join('\n', lines);
    }

    private static string Show(string text, List<string> directives)
    {
        for (var i = directives.Count - 1; i >= 0; i--)
        {
            var start = text.IndexOf(Mark + i, StringComparison.Ordinal);
            var lineStart = DirectiveLines.LineStart(text, start);
            text = string.Concat(text.AsSpan(0, lineStart), directives[i],
                text.AsSpan(start + Mark.Length + i.ToString(System.Globalization.CultureInfo.InvariantCulture).Length));
        }

        return text;
    }
}
