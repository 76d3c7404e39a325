using System.Text;
using Qiansi.Engine.CSharp.Compiling;

namespace Qiansi.Engine.CSharp.Errors;

/// <summary>Compiler errors as a person wants to read them: the cell's line and column, the line itself, a mark under the place.</summary>
internal static class CompileErrors
{
    private const int MostShown = 20;

    /// <summary>The error of a cell that did not compile.</summary>
    public static CellError Describe(CompiledCell cell)
    {
        var lines = cell.Syntax.Text.Split('\n');
        var message = string.Join('\n', cell.Errors.Select(e =>
            $"{cell.Syntax.Name} ({e.Line},{e.Column}): error {e.Id}: {e.Message}{(e.Suggestion is null ? "" : " " + e.Suggestion)}"));
        var trace = new List<string>();
        foreach (var error in cell.Errors.Take(MostShown))
        {
            trace.Add($"{Ansi.Blue}{cell.Syntax.Name} ({error.Line},{error.Column}):{Ansi.Reset} {Ansi.Red}error "
                + $"{error.Id}:{Ansi.Reset} {error.Message}");
            if (error.Line > 0 && error.Line <= lines.Length) trace.Add(Excerpt(lines[error.Line - 1].TrimEnd('\r'), error));
            if (error.Suggestion is not null) trace.Add($"    {error.Suggestion}");
        }

        if (ForeignCode.Hint(cell.Syntax.Text) is { } hint)
        {
            message += "\n" + hint;
            trace.Add(hint);
        }

        if (cell.Errors.Length > MostShown) trace.Add($"… and {cell.Errors.Length - MostShown} more errors.");
        return new("CompilationError", message, trace);
    }

    private static string Excerpt(string line, CellDiagnostic error)
    {
        var start = Math.Min(error.Column - 1, line.Length);
        var pad = new StringBuilder();
        foreach (var c in line.AsSpan(0, start)) pad.Append(c == '\t' ? '\t' : IsWide(c) ? '\u3000' : ' ');
        var marks = new string('^', Math.Clamp(error.Length, 1, Math.Max(1, line.Length - start)));
        return $"    {line}\n    {pad}{Ansi.Red}{marks}{Ansi.Reset}";
    }

    private static bool IsWide(char c) => c is >= '\u2E80' and <= '\uD7FF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF60';
}
