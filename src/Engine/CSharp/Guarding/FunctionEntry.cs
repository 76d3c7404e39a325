namespace Qiansi.Engine.CSharp.Guarding;

/// <summary>Where in a method or local function the guard is soon enough, and which are worth inlining.</summary>
/// <remarks>
/// What stands before the first call cannot recurse: operators and accessors it may use have guards of their own.
/// So the end of a recursion, <c>if (n == 0) return 1;</c>, costs nothing.
/// </remarks>
internal static class FunctionEntry
{
    private const int SmallTokens = 32;

    /// <summary>The position of the first statement that needs the guard.</summary>
    public static int In(BlockSyntax body)
    {
        var first = body.Statements.FirstOrDefault(s => s is LabeledStatementSyntax || !Leaf.IsStraight(s));
        return first is null || first == body.Statements[0] ? body.OpenBraceToken.Span.End : first.SpanStart;
    }

    /// <summary>Of <c>n &lt; 2 ? n : F(n - 1)</c> the one part that needs the guard; null when it is not as simple.</summary>
    public static ExpressionSyntax? In(ArrowExpressionClauseSyntax body)
    {
        if (body.Expression is not ConditionalExpressionSyntax choice || !Leaf.IsStraight(choice.Condition)) return null;
        var needy = Leaf.IsStraight(choice.WhenTrue) ? choice.WhenFalse : Leaf.IsStraight(choice.WhenFalse) ? choice.WhenTrue : null;
        return needy is InvocationExpressionSyntax or BinaryExpressionSyntax ? needy : null;
    }

    /// <summary>Whether the just-in-time compiler would inline the function if it had no guard, so that it is to be told to.</summary>
    public static bool IsSmall(
        SyntaxNode function, SyntaxNode? body, SyntaxTokenList modifiers, SyntaxList<AttributeListSyntax> attributes) =>
            body is not null && attributes.Count == 0 && !modifiers.Any(SyntaxKind.AsyncKeyword)
            && !modifiers.Any(SyntaxKind.VirtualKeyword)
            && body.DescendantTokens().Take(SmallTokens + 1).Count() <= SmallTokens && !function.DescendantNodes().Any(LoopsOrNests);

    private static bool LoopsOrNests(SyntaxNode node) => node is
        ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax
            or TryStatementSyntax or UsingStatementSyntax or
        LockStatementSyntax or YieldStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
        or QueryExpressionSyntax or
        AttributeListSyntax;
}
