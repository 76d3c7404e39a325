namespace Qiansi.Engine.CSharp.Guarding;

/// <summary>Functions that end by themselves: no loop, no call, nothing that could lead back to them.</summary>
/// <remarks>
/// Accessors, operators, overrides and functions that the language calls by itself (<c>ToString</c> in an interpolated string, say)
/// are never leaves, so a chain of them cannot recurse unseen.
/// </remarks>
internal static class Leaf
{
    private static readonly HashSet<string> ImplicitlyCalled =
    [
        "ToString", "Equals", "GetHashCode", "Deconstruct", "Add", "Slice", "Dispose", "DisposeAsync", "GetEnumerator", "MoveNext",
        "GetAwaiter", "GetPinnableReference", "PrintMembers", "Select", "Where", "SelectMany",
    ];

    /// <summary>Whether a method or local function needs no guard.</summary>
    public static bool Is(MethodDeclarationSyntax method) =>
        !IsCalledByTheLanguage(method) && !method.DescendantNodes().Any(LoopsOrCalls);

    /// <inheritdoc cref="Is(MethodDeclarationSyntax)"/>
    public static bool Is(LocalFunctionStatementSyntax function) => !function.DescendantNodes().Any(LoopsOrCalls);

    /// <summary>Whether a method may be called where no call is written.</summary>
    public static bool IsCalledByTheLanguage(MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.OverrideKeyword) || ImplicitlyCalled.Contains(method.Identifier.Text);

    /// <summary>Whether a statement or expression neither calls, loops, awaits nor makes a function.</summary>
    public static bool IsStraight(SyntaxNode code) => !code.DescendantNodesAndSelf().Any(LoopsOrCalls);

    private static bool LoopsOrCalls(SyntaxNode node) => node.Kind() switch
    {
        SyntaxKind.InvocationExpression or SyntaxKind.ObjectCreationExpression or SyntaxKind.ImplicitObjectCreationExpression => true,
        SyntaxKind.CollectionExpression or SyntaxKind.WithExpression or SyntaxKind.AwaitExpression or SyntaxKind.QueryExpression => true,
        SyntaxKind.ForStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement => true,
        SyntaxKind.ForEachStatement or SyntaxKind.ForEachVariableStatement => true,
        SyntaxKind.GotoStatement or SyntaxKind.GotoCaseStatement or SyntaxKind.GotoDefaultStatement => true,
        SyntaxKind.SimpleLambdaExpression or SyntaxKind.ParenthesizedLambdaExpression or SyntaxKind.AnonymousMethodExpression => true,
        SyntaxKind.LocalFunctionStatement or SyntaxKind.LockStatement or SyntaxKind.UsingStatement => true,
        _ => false,
    };
}
