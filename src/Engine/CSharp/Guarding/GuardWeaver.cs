using Qiansi.Engine.CSharp.Compiling;

namespace Qiansi.Engine.CSharp.Guarding;

/// <summary>Finds where a cell's code needs <see cref="Runtime.Guard"/>: loop back-edges and function entries.</summary>
/// <remarks>
/// The result is text edits on the same lines, so that stack traces keep the cell's line numbers.
/// Functions that neither loop nor call are left alone (the compiler can inline them; they end by themselves),
/// and so are expression trees, which are data.
/// </remarks>
internal sealed class GuardWeaver : CSharpSyntaxWalker
{
    private const string Guard = "global::Qiansi.Runtime.Guard.";
    private const string Enter = Guard + "Enter();";
    private const string Loop = Guard + "Loop();";
    private const string Value = Guard + "Value(";
    private const string Inline =
        "[global::System.Runtime.CompilerServices.MethodImpl("
        + "global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";

    private readonly TextEdits _edits = new();
    private readonly LoopFlags _flags = new();
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

    public override void VisitForStatement(ForStatementSyntax node) => GuardLoop(node, node.Statement, () => base.VisitForStatement(node));

    public override void VisitWhileStatement(WhileStatementSyntax node) =>
        GuardLoop(node, node.Statement, () => base.VisitWhileStatement(node));

    public override void VisitDoStatement(DoStatementSyntax node) => GuardLoop(node, node.Statement, () => base.VisitDoStatement(node));

    public override void VisitForEachStatement(ForEachStatementSyntax node) =>
        GuardLoop(node, node.Statement, () => base.VisitForEachStatement(node));

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        GuardLoop(node, node.Statement, () => base.VisitForEachVariableStatement(node));

    public override void VisitGotoStatement(GotoStatementSyntax node)
    {
        _edits.Insert(node.SpanStart, "{" + Loop);
        base.VisitGotoStatement(node);
        _edits.Insert(node.Span.End, "}");
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (Leaf.Is(node)) return;
        if (FunctionEntry.IsSmall(node, (SyntaxNode?)node.Body ?? node.ExpressionBody, node.Modifiers, node.AttributeLists))
            _edits.Insert(node.SpanStart, Inline);
        GuardFunction(node.Body, node.ExpressionBody, node.SemicolonToken, ReturnsValue(node.ReturnType, node.Modifiers),
            atOnce: Leaf.IsCalledByTheLanguage(node));
        base.VisitMethodDeclaration(node);
    }

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        if (Leaf.Is(node)) return;
        if (FunctionEntry.IsSmall(node, (SyntaxNode?)node.Body ?? node.ExpressionBody, node.Modifiers, node.AttributeLists))
            _edits.Insert(node.SpanStart, Inline);
        GuardFunction(node.Body, node.ExpressionBody, node.SemicolonToken, ReturnsValue(node.ReturnType, node.Modifiers), atOnce: false);
        _flags.WithNone(() => base.VisitLocalFunctionStatement(node));
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
        _flags.WithNone(() => base.VisitAnonymousMethodExpression(node));
    }

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) =>
        _flags.WithNone(() => VisitLambda(node, () => base.VisitSimpleLambdaExpression(node)));

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        _flags.WithNone(() => VisitLambda(node, () => base.VisitParenthesizedLambdaExpression(node)));

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

    private void GuardLoop(StatementSyntax loop, StatementSyntax body, Action visitChildren)
    {
        if (LoopFlags.Suspends(loop)) _flags.WithNone(() => GuardBody(body, Loop, visitChildren));
        else if (_flags.Current is { } shared) GuardBody(body, Look(shared), visitChildren);
        else _flags.WithNew(flag =>
        {
            _edits.Insert(loop.SpanStart, $"{{var {flag}={Guard}Flag();");
            GuardBody(body, Look(flag), visitChildren);
            _edits.Insert(loop.Span.End, "}");
        });

        static string Look(string flag) => $"if({flag}.IsRaised){Guard}Stop();";
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

    private void GuardFunction(
        BlockSyntax? block, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, bool returnsValue, bool atOnce = true)
    {
        if (block is not null) _edits.Insert(atOnce ? block.OpenBraceToken.Span.End : FunctionEntry.In(block), Enter);
        if (arrow is null or { Expression: ThrowExpressionSyntax }) return;
        if (!atOnce && FunctionEntry.In(arrow) is { } needy)
        {
            _edits.Insert(needy.SpanStart, Guard + "Entered()?");
            _edits.Insert(needy.Span.End, ":throw null!");
            return;
        }

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
