using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Qiansi.Engine.CSharp.Guarding;

/// <summary>Recognises small counting loops, in which looking at the flag every 1,024th time is soon enough and nearly free.</summary>
internal static class LoopCounter
{
    /// <summary>The counter of <c>for (int i = …; …; i++)</c> with a call-free body that leaves <c>i</c> alone; otherwise null.</summary>
    public static string? Of(ForStatementSyntax loop)
    {
        if (loop.Declaration is not { Variables: [var variable] } declaration || loop.Incrementors is not [var step]) return null;
        if (!IsInteger(declaration.Type, variable) || !StepsByOne(step, variable.Identifier.Text)) return null;
        return Leaf.IsStraight(loop.Statement) && !Writes(loop.Statement, variable.Identifier.Text) ? variable.Identifier.Text : null;
    }

    private static bool IsInteger(TypeSyntax type, VariableDeclaratorSyntax variable) => type switch
    {
        PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.IntKeyword or (int)SyntaxKind.LongKeyword } => true,
        IdentifierNameSyntax { IsVar: true } => variable.Initializer?.Value is LiteralExpressionSyntax { Token.Value: int or long },
        _ => false,
    };

    private static bool StepsByOne(ExpressionSyntax step, string counter) => step switch
    {
        PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax name } => name.Identifier.Text == counter,
        PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax name } =>
            name.Identifier.Text == counter && step.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
        _ => false,
    };

    private static bool Writes(StatementSyntax body, string counter) => body.DescendantNodes().Any(node => node switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left.DescendantNodesAndSelf().Any(n => IsNamed(n, counter)) && assignment.Left is not ElementAccessExpressionSyntax,
        PostfixUnaryExpressionSyntax { Operand: var operand } => IsNamed(operand, counter),
        PrefixUnaryExpressionSyntax { Operand: var operand } => IsNamed(operand, counter) && node.Kind() is
            SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        RefExpressionSyntax { Expression: var target } => IsNamed(target, counter),
        _ => false,
    });

    private static bool IsNamed(SyntaxNode node, string name) => node is IdentifierNameSyntax identifier && identifier.Identifier.Text == name;
}
