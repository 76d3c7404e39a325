namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>Recognises places behind a whole operand, where only an operator word can follow: <c>x is</c>, <c>from x in</c>,
/// <c>if (…) … else</c>.</summary>
internal static class BehindOperand
{
    /// <summary>The site behind <paramref name="left"/>, or null when something else can stand there.</summary>
    public static Site? Find(SyntaxToken word, SyntaxToken left, SemanticModel model)
    {
        if (left.RawKind == 0) return null;
        if (left.IsKind(SyntaxKind.IdentifierToken) && left.Parent is ForEachStatementSyntax or FromClauseSyntax or JoinClauseSyntax
            && left.GetNextToken(includeZeroWidth: true).IsKind(SyntaxKind.InKeyword)
            && left.GetNextToken(includeZeroWidth: true).IsMissing)
            return new Site(SiteKind.Words, left.Parent!) { Words = ["in"] };
        if (word.Parent is FromClauseSyntax { Type: not null, InKeyword.IsMissing: true }
            or JoinClauseSyntax { Type: not null, InKeyword.IsMissing: true })
            return new Site(SiteKind.Words, word.Parent) { Words = ["in"] };
        if (word.Parent is SingleVariableDesignationSyntax { Parent: PatternSyntax pattern })
            return new Site(SiteKind.AfterPattern, pattern);
        if (left.Parent is SingleVariableDesignationSyntax { Parent: PatternSyntax named } && SameLine(left, word)
            && !named.Span.Contains(word.Span))
            return new Site(SiteKind.AfterPattern, named);

        var inQuery = left.Parent?.FirstAncestorOrSelf<QueryExpressionSyntax>() is not null;
        if (!inQuery && !SameLine(left, word)) return null;
        if (EndedBy(left, word) is not { } operand) return null;
        if (operand.Parent is PatternSyntax ended && !ended.Span.Contains(word.Span)) return new Site(SiteKind.AfterPattern, ended);
        if (operand is not TypeSyntax name) return new Site(SiteKind.AfterExpression, operand);
        if (operand.Parent is not (VariableDeclarationSyntax or ParameterSyntax or MemberDeclarationSyntax or LocalFunctionStatementSyntax
            or DeclarationExpressionSyntax))
            return operand.Parent is ObjectCreationExpressionSyntax ? null : new Site(SiteKind.AfterExpression, operand);
        return IsValue(name, model) ? new Site(SiteKind.AfterExpression, operand) : null;
    }

    private static bool SameLine(SyntaxToken left, SyntaxToken word)
    {
        foreach (var trivia in left.TrailingTrivia)
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia)) return false;
        }

        return left.Span.End < word.SpanStart;
    }

    /// <summary>The largest expression that <paramref name="left"/> closes and the word is no part of.</summary>
    private static ExpressionSyntax? EndedBy(SyntaxToken left, SyntaxToken word)
    {
        if (left.IsMissing) return null;
        ExpressionSyntax? ended = null;
        for (var node = left.Parent; node is not null && node.Span.End <= left.Span.End
            && !node.Span.Contains(word.Span); node = node.Parent)
        {
            if (node is ExpressionSyntax expression and not OmittedTypeArgumentSyntax) ended = expression;
            else if (node is not (ArgumentListSyntax or BracketedArgumentListSyntax or InitializerExpressionSyntax or QueryBodySyntax
                or QueryClauseSyntax or SelectOrGroupClauseSyntax))
                break;
        }

        return ended;
    }

    private static bool IsValue(TypeSyntax type, SemanticModel model)
    {
        if (type is not NameSyntax
            || type is IdentifierNameSyntax { Identifier.Text: "var" or "await" or "yield" or "partial" or "record" }) return false;
        var expression = SyntaxFactory.ParseExpression(type.ToString());
        return model.GetSpeculativeSymbolInfo(type.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Symbol
            is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol or IRangeVariableSymbol;
    }
}
