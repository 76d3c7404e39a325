namespace Qiansi.Engine.CSharp.Language;

/// <summary>Answers whether Enter should run the text or open another line, as Jupyter's <c>is_complete_request</c> asks.</summary>
internal static class CompletenessCheck
{
    private const string Step = "    ";

    /// <summary><c>complete</c>; <c>incomplete</c> with the white space to open the next line with;
    /// or <c>invalid</c> when no further line can mend it.</summary>
    public static Completeness Of(string code)
    {
        var text = DirectiveLines.Blank(code);
        if (string.IsNullOrWhiteSpace(text)) return Completeness.Complete;

        var tree = SpeculativeCompiler.Parse(text, CancellationToken.None);
        if (IsInsideOpenText(tree)) return new Completeness("incomplete");
        if (EndsWithStrayToken(tree)) return new Completeness("invalid");
        if (!SyntaxFactory.IsCompleteSubmission(tree) || LacksEnd(tree)) return new Completeness("incomplete", NextIndent(text, tree));
        return HasErrors(tree) ? new Completeness("invalid") : Completeness.Complete;
    }

    /// <summary>Whether a comment or a string of several lines is still open: its next line starts where its author likes.</summary>
    private static bool IsInsideOpenText(SyntaxTree tree)
    {
        foreach (var error in tree.GetDiagnostics())
        {
            // The compiler's words for: open comment, open verbatim string, open raw string, open interpolated raw or verbatim string.
            if (error.Id is "CS1035" or "CS1039" or "CS8997" or "CS8999") return true;
        }

        return false;
    }

    /// <summary>Whether the parser had to skip what stands last: <c>var x = )</c>.</summary>
    private static bool EndsWithStrayToken(SyntaxTree tree) =>
        ((CompilationUnitSyntax)tree.GetRoot()).EndOfFileToken.GetPreviousToken(includeSkipped: true).Parent is SkippedTokensTriviaSyntax;

    /// <summary>What the compiler's own check lets pass though only a next line can be meant: a trailing operator, comma or dot,
    /// an attribute without its target.</summary>
    private static bool LacksEnd(SyntaxTree tree)
    {
        var unit = (CompilationUnitSyntax)tree.GetRoot();
        var last = unit.EndOfFileToken.GetPreviousToken();
        return last.Kind() is SyntaxKind.CommaToken or SyntaxKind.DotToken or SyntaxKind.EqualsToken or SyntaxKind.EqualsGreaterThanToken
            or SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.ColonToken
            || (SyntaxFacts.IsBinaryExpression(last.Kind()) || SyntaxFacts.IsAssignmentExpressionOperatorToken(last.Kind())
                || last.IsKind(SyntaxKind.AmpersandAmpersandToken))
                && last.Parent is BinaryExpressionSyntax or AssignmentExpressionSyntax
            || unit.Members.LastOrDefault() is IncompleteMemberSyntax { AttributeLists.Count: > 0, Type: null };
    }

    private static bool HasErrors(SyntaxTree tree)
    {
        foreach (var diagnostic in tree.GetDiagnostics())
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error) return true;
        }

        return false;
    }

    private static string NextIndent(string text, SyntaxTree tree)
    {
        var trimmed = text.TrimEnd();
        var start = DirectiveLines.LineStart(trimmed, trimmed.Length);
        var column = start;
        while (column < trimmed.Length && trimmed[column] is ' ' or '\t') column++;
        var indent = trimmed[start..column];

        var last = ((CompilationUnitSyntax)tree.GetRoot()).EndOfFileToken.GetPreviousToken();
        var opens = last.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken
            or SyntaxKind.EqualsGreaterThanToken or SyntaxKind.ElseKeyword or SyntaxKind.DoKeyword
            or SyntaxKind.ColonToken or SyntaxKind.EqualsToken
            || last.IsKind(SyntaxKind.CloseParenToken) && last.Parent is StatementSyntax and not DoStatementSyntax;
        return opens ? indent + Step : indent;
    }
}
