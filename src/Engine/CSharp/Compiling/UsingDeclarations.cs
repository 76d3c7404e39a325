using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Qiansi.Engine.CSharp.Compiling;

/// <summary><c>using var x = …;</c> at the top of a cell, which script mode does not know:
/// the variable is disposed when the cell has ended.</summary>
/// <param name="Code">The code with those <c>using</c> (and <c>await using</c>) blanked, lines and columns kept.</param>
/// <param name="Variables">The variables to dispose, in the order of their declaration.</param>
internal sealed partial record UsingDeclarations(string Code, IReadOnlyList<string> Variables)
{
    /// <summary>Finds the declarations. Cells that cannot have one are passed through at no cost.</summary>
    public static UsingDeclarations Parse(string code, LanguageVersion version)
    {
        if (!code.Contains("using", StringComparison.Ordinal) || !Candidate().IsMatch(code)) return new(code, []);

        // An ordinary program may have using declarations at its top, so its parser finds them.
        var root = CSharpSyntaxTree.ParseText(SourceText.From(code), CellLanguage.Regular(version)).GetCompilationUnitRoot();
        var text = code.ToCharArray();
        var variables = new List<string>();
        foreach (var statement in root.Members.OfType<GlobalStatementSyntax>().Select(g => g.Statement)
            .OfType<LocalDeclarationStatementSyntax>())
        {
            if (statement.UsingKeyword.IsKind(SyntaxKind.None)) continue;
            Array.Fill(text, ' ', statement.UsingKeyword.SpanStart, statement.UsingKeyword.Span.Length);
            Array.Fill(text, ' ', statement.AwaitKeyword.SpanStart, statement.AwaitKeyword.Span.Length);
            variables.AddRange(statement.Declaration.Variables.Select(v => v.Identifier.ValueText));
        }

        return variables.Count == 0 ? new(code, []) : new(new string(text), variables);
    }

    /// <summary>Disposes what the cell declared, last first.</summary>
    public static async Task DisposeAsync(IEnumerable<object?> values)
    {
        foreach (var value in values.Reverse())
        {
            if (value is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
            else (value as IDisposable)?.Dispose();
        }
    }

    [GeneratedRegex(@"\busing\s+(?!static\b|\()[^=;(]+?\s\w+\s*=", RegexOptions.CultureInvariant)]
    private static partial Regex Candidate();
}
