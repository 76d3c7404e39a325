using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Qiansi.Engine.CSharp.Compiling;

namespace Qiansi.Engine.CSharp.Guarding;

/// <summary>Finds where a cell's code needs <see cref="Contracts.Guard"/>: loop back-edges and function entries.</summary>
/// <remarks>
/// The result is text edits on the same lines, so that stack traces keep the cell's line numbers. Functions that neither loop nor call are left
/// alone (the compiler can inline them; they end by themselves), and so are expression trees, which are data.
/// </remarks>
internal sealed class GuardWeaver : CSharpSyntaxWalker
{
    private const string Enter = "global::Qiansi.Contracts.Guard.Enter();";
    private const string Loop = "global::Qiansi.Contracts.Guard.Loop();";
    private const string Value = "global::Qiansi.Contracts.Guard.Value(";

    private readonly TextEdits _edits = new();
    private readonly Func<SemanticModel> _model;

    private GuardWeaver(Func<SemanticModel> model) => _model = model;

    /// <summary>The edits a tree needs; none for straight-line code.</summary>
    /// <param name="root">The cell.</param>
    /// <param name="model">Asked only when the cell has expression lambdas or queries, whose types decide what fits.</param>
    public static TextEdits Weave(SyntaxNode root, Func<SemanticModel> model)
    {
        var weaver = new GuardWeaver(model);
        weaver.Visit(root);
        return weaver._edits;
    }

    public override void VisitForStatement(ForStatementSyntax node)
    {
        var counter = LoopCounter.Of(node);
        GuardBody(node.Statement, counter is null ? Loop : $"if(({counter}&1023)==0){Loop}", () => base.VisitForStatement(node));
    }

    public override void VisitWhileStatement(WhileStatementSyntax node) => GuardBody(node.Statement, Loop, () => base.VisitWhileStatement(node));

    public override void VisitDoStatement(DoStatementSyntax node) => GuardBody(node.Statement, Loop, () => base.VisitDoStatement(node));

    public override void VisitForEachStatement(ForEachStatementSyntax node) => GuardBody(node.Statement, Loop, () => base.VisitForEachStatement(node));

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        GuardBody(node.Statement, Loop, () => base.VisitForEachVariableStatement(node));

    public override void VisitGotoStatement(GotoStatementSyntax node)
    {
        _edits.Insert(node.SpanStart, "{" + Loop);
        base.VisitGotoStatement(node);
        _edits.Insert(node.Span.End, "}");
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (Leaf.Is(node)) return;
        GuardFunction(node.Body, node.ExpressionBody, node.SemicolonToken, ReturnsValue(node.ReturnType, node.Modifiers));
        base.VisitMethodDeclaration(node);
    }

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        if (Leaf.Is(node)) return;
        GuardFunction(node.Body, node.ExpressionBody, node.SemicolonToken, ReturnsValue(node.ReturnType, node.Modifiers));
        base.VisitLocalFunctionStatement(node);
    }

    public override void VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
    {
        GuardFunction(node.Body, node.ExpressionBody, node.SemicolonToken, returnsValue: false);
        base.VisitConstructorDeclaration(node);
    }

    public override void VisitOperatorDeclaration(OperatorDeclarationSyntax node)
    {
        GuardFunction(node.Body, node.ExpressionBody, node.SemicolonToken, ReturnsValue(node.ReturnType, node.Modifiers));
        base.VisitOperatorDeclaration(node);
    }

    public override void VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node)
    {
        GuardFunction(node.Body, node.ExpressionBody, node.SemicolonToken, returnsValue: true);
        base.VisitConversionOperatorDeclaration(node);
    }

    public override void VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        GuardFunction(node.Body, node.ExpressionBody, node.SemicolonToken, node.IsKind(SyntaxKind.GetAccessorDeclaration));
        base.VisitAccessorDeclaration(node);
    }

    public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        GuardGetter(node.ExpressionBody, node.SemicolonToken);
        base.VisitPropertyDeclaration(node);
    }

    public override void VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        GuardGetter(node.ExpressionBody, node.SemicolonToken);
        base.VisitIndexerDeclaration(node);
    }

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        GuardBlock(node.Block);
        base.VisitAnonymousMethodExpression(node);
    }

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => VisitLambda(node, () => base.VisitSimpleLambdaExpression(node));

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        VisitLambda(node, () => base.VisitParenthesizedLambdaExpression(node));

    public override void VisitQueryExpression(QueryExpressionSyntax node)
    {
        if (!LambdaShape.IsQueryable(_model(), node)) base.VisitQueryExpression(node);
    }

    public override void VisitWhereClause(WhereClauseSyntax node)
    {
        _edits.Insert(node.Condition.SpanStart, Value);
        base.VisitWhereClause(node);
        _edits.Insert(node.Condition.Span.End, ")");
    }

    public override void VisitSelectClause(SelectClauseSyntax node)
    {
        var natural = _model().GetTypeInfo(node.Expression).Type is { TypeKind: not TypeKind.Error };
        if (natural) _edits.Insert(node.Expression.SpanStart, Value);
        base.VisitSelectClause(node);
        if (natural) _edits.Insert(node.Expression.Span.End, ")");
    }

    private void VisitLambda(LambdaExpressionSyntax node, Action visitChildren)
    {
        if (node.Block is not null)
        {
            GuardBlock(node.Block);
            visitChildren();
            return;
        }

        var shape = LambdaShape.Of(_model(), node);
        if (shape == LambdaShape.ExpressionTree) return;
        if (shape == LambdaShape.Unknown || node.ExpressionBody is ThrowExpressionSyntax)
        {
            visitChildren();
            return;
        }

        _edits.Insert(node.ArrowToken.Span.End, "{" + Enter + (shape == LambdaShape.ReturnsValue ? "return " : ""));
        visitChildren();
        _edits.Insert(node.ExpressionBody!.Span.End, ";}");
    }

    private void GuardBody(StatementSyntax body, string check, Action visitChildren)
    {
        if (body is BlockSyntax block)
        {
            _edits.Insert(block.OpenBraceToken.Span.End, check);
            visitChildren();
            return;
        }

        _edits.Insert(body.SpanStart, "{" + check);
        visitChildren();
        _edits.Insert(body.Span.End, "}");
    }

    private void GuardBlock(BlockSyntax block) => _edits.Insert(block.OpenBraceToken.Span.End, Enter);

    private void GuardFunction(BlockSyntax? block, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, bool returnsValue)
    {
        if (block is not null) GuardBlock(block);
        if (arrow is null or { Expression: ThrowExpressionSyntax }) return;
        _edits.Replace(arrow.ArrowToken.SpanStart, arrow.ArrowToken.Span.Length, "{" + Enter + (returnsValue ? "return " : ""));
        _edits.Replace(semicolon.SpanStart, semicolon.Span.Length, ";}");
    }

    private void GuardGetter(ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon)
    {
        if (arrow is null or { Expression: ThrowExpressionSyntax }) return;
        _edits.Replace(arrow.ArrowToken.SpanStart, arrow.ArrowToken.Span.Length, "{get{" + Enter + "return ");
        _edits.Replace(semicolon.SpanStart, semicolon.Span.Length, ";}}");
    }

    private static bool ReturnsValue(TypeSyntax type, SyntaxTokenList modifiers)
    {
        if (type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }) return false;
        var isAsync = modifiers.Any(SyntaxKind.AsyncKeyword);
        var last = type is QualifiedNameSyntax qualified ? qualified.Right : type;
        return !(isAsync && last is IdentifierNameSyntax);
    }
}
