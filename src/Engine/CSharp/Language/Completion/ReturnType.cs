namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>The type a function under edit gives back.</summary>
internal static class ReturnType
{
    /// <summary>The type asked of the value at <paramref name="node"/>: a return, a yield, an expression body.</summary>
    public static ITypeSymbol? Of(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var outer in node.AncestorsAndSelf())
        {
            var function = outer switch
            {
                AnonymousFunctionExpressionSyntax lambda => model.GetSymbolInfo(lambda, cancellation).Symbol is IMethodSymbol inferred
                    ? Converted(lambda, model, cancellation) ?? inferred : null,
                BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax
                    => model.GetDeclaredSymbol(outer, cancellation),
                _ => null,
            };
            if (function is IPropertySymbol property) return property.Type;
            if (function is IMethodSymbol method) return Unwrap(method, node is YieldStatementSyntax);
            if (outer is TypeDeclarationSyntax) return null;
        }

        return null;
    }

    private static IMethodSymbol? Converted(
        AnonymousFunctionExpressionSyntax lambda, SemanticModel model, CancellationToken cancellation) =>
            (model.GetTypeInfo(lambda, cancellation).ConvertedType as INamedTypeSymbol)?.DelegateInvokeMethod;

    private static ITypeSymbol? Unwrap(IMethodSymbol method, bool yields)
    {
        if (method.ReturnsVoid) return null;
        if ((yields || method.IsAsync) && method.ReturnType is INamedTypeSymbol { TypeArguments: [var inner] }) return inner;
        return method.IsAsync ? null : method.ReturnType;
    }
}
