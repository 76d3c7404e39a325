namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>What stands before a dot; a name may be several things at once (<c>Color Color</c>).</summary>
/// <param name="Space">A namespace.</param>
/// <param name="StaticType">A type whose static members follow.</param>
/// <param name="Instances">Types the value may have: one, or those of all overloads that fit so far.</param>
internal sealed record Owner(INamespaceSymbol? Space, ITypeSymbol? StaticType, IReadOnlyList<ITypeSymbol> Instances)
{
    /// <summary>Binds what stands before the dot.</summary>
    public static Owner Of(ExpressionSyntax expression, SemanticModel model, int position, CancellationToken cancellation)
    {
        var inTypePosition = IsInTypePosition(expression);
        var symbol = Named(model.GetSymbolInfo(expression, cancellation));
        var type = model.GetTypeInfo(expression, cancellation).Type;
        if (symbol is null && inTypePosition)
        {
            // The parser took `list.` for the type of a declaration.
            var value = SyntaxFactory.ParseExpression(expression.ToString());
            symbol = Named(model.GetSpeculativeSymbolInfo(expression.SpanStart, value, SpeculativeBindingOption.BindAsExpression));
            type = model.GetSpeculativeTypeInfo(expression.SpanStart, value, SpeculativeBindingOption.BindAsExpression).Type;
        }

        if (symbol is IAliasSymbol alias) symbol = alias.Target;
        if (symbol is INamespaceSymbol space) return new Owner(space, null, []);
        if (symbol is ITypeSymbol named && expression is NameSyntax or MemberAccessExpressionSyntax or TypeSyntax)
            return new Owner(null, named.TypeKind == TypeKind.Error ? null : named, []);

        type = Unwrap(type, expression);
        if (type is null or { TypeKind: TypeKind.Error } or { SpecialType: SpecialType.System_Void })
            return new Owner(
                null, null, symbol is IParameterSymbol parameter ? LambdaParameterTypes.Of(parameter, model, cancellation) : []);

        return new Owner(null, SharesName(expression, symbol, type, model, position), [type]);
    }

    private static ISymbol? Named(SymbolInfo info)
    {
        var symbol = info.Symbol ?? (info.CandidateSymbols.Length > 0 ? info.CandidateSymbols[0] : null);
        return symbol is ITypeSymbol { TypeKind: TypeKind.Error } ? null : symbol;
    }

    private static bool IsInTypePosition(ExpressionSyntax expression)
    {
        SyntaxNode outer = expression;
        while (outer.Parent is QualifiedNameSyntax) outer = outer.Parent;
        return outer != expression;
    }

    private static ITypeSymbol? Unwrap(ITypeSymbol? type, ExpressionSyntax expression) => type switch
    {
        IPointerTypeSymbol pointer when expression.Parent.IsKind(SyntaxKind.PointerMemberAccessExpression) => pointer.PointedAtType,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            when expression.Parent is ConditionalAccessExpressionSyntax
            => nullable.TypeArguments[0],
        _ => type,
    };

    /// <summary>The type of the same name as the value, whose static members may be meant as well.</summary>
    private static ITypeSymbol? SharesName(
        ExpressionSyntax expression, ISymbol? symbol, ITypeSymbol type, SemanticModel model, int position)
    {
        if (expression is not IdentifierNameSyntax name || symbol is null || type.Name != name.Identifier.ValueText) return null;
        foreach (var found in model.LookupNamespacesAndTypes(position, name: type.Name))
        {
            if (SymbolEqualityComparer.Default.Equals(found, type)) return type;
        }

        return null;
    }
}
