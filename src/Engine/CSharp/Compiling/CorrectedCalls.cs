namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>Leads calls of a cell to the methods that stand in for a package's.</summary>
internal static class CorrectedCalls
{
    /// <summary>The edits: each such method's name gets the ending, where the call binds with it.</summary>
    public static TextEdits In(SyntaxTree tree, CSharpCompilation compilation, LibrarySwap swap)
    {
        var edits = new TextEdits();
        var model = new Lazy<SemanticModel>(() => compilation.GetSemanticModel(tree));
        foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } member
                || !swap.MayCorrect(name.Identifier.Text)) continue;
            var corrected = call.WithExpression(member.WithName(SyntaxFactory.IdentifierName(name.Identifier.Text + swap.Ending)));
            var bound = model.Value.GetSpeculativeSymbolInfo(call.SpanStart, corrected, SpeculativeBindingOption.BindAsExpression);
            if (bound.Symbol is not null) edits.Insert(name.Span.End, swap.Ending);
        }

        return edits;
    }
}
