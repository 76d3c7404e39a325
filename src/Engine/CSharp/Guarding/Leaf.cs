using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Qiansi.Engine.CSharp.Guarding;

/// <summary>Functions that end by themselves: no loop, no call, nothing that could lead back to them.</summary>
/// <remarks>Accessors and operators are never leaves, so a chain of them cannot recurse unseen.</remarks>
internal static class Leaf
{
    /// <summary>Whether a method or local function needs no guard.</summary>
    public static bool Is(SyntaxNode function) => !function.DescendantNodes().Any(LoopsOrCalls);

    /// <summary>Whether a statement neither calls, loops, awaits nor makes a function.</summary>
    public static bool IsStraight(StatementSyntax statement) => !statement.DescendantNodesAndSelf().Any(LoopsOrCalls);

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
