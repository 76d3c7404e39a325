namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>The words for a symbol: Jupyter's type word and a signature on one line.</summary>
internal static class SymbolWords
{
    private static readonly SymbolDisplayFormat Short = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeRef,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.InstanceMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeOptionalBrackets,
        propertyStyle: SymbolDisplayPropertyStyle.NameOnly,
        localOptions: SymbolDisplayLocalOptions.IncludeType,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Type = Short.WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword);

    /// <summary>Jupyter's word for the kind of a symbol.</summary>
    public static string KindOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "function",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enum",
        IFieldSymbol { ContainingType.IsScriptClass: true } or IPropertySymbol { ContainingType.IsScriptClass: true } => "variable",
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => "variable",
        INamespaceSymbol => "module",
        ITypeSymbol { TypeKind: TypeKind.Struct } => "struct",
        ITypeSymbol { TypeKind: TypeKind.Interface } => "interface",
        ITypeSymbol { TypeKind: TypeKind.Enum } => "enum",
        ITypeSymbol => "class",
        IAliasSymbol alias => KindOf(alias.Target),
        ILabelSymbol => "statement",
        _ => "property",
    };

    /// <summary>A one-line signature; says how many others share the name.</summary>
    public static string Describe(ISymbol symbol, int others, SemanticModel model, int position)
    {
        var text = symbol switch
        {
            INamespaceSymbol => $"namespace {symbol.ToDisplayString()}",
            IAliasSymbol alias => $"using {alias.Name} = {alias.Target.ToDisplayString(Short)}",
            IRangeVariableSymbol =>
                model.GetSpeculativeTypeInfo(position, Microsoft.CodeAnalysis.CSharp.SyntaxFactory.IdentifierName(symbol.Name),
                    SpeculativeBindingOption.BindAsExpression).Type is { TypeKind: not TypeKind.Error } type
                    ? $"{type.ToDisplayString(Short)} {symbol.Name}" : symbol.Name,
            IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } member =>
                $"{member.ContainingType.Name}.{member.Name} = {member.ConstantValue}",
            ITypeSymbol => symbol.ToDisplayString(Type),
            _ => symbol.ToDisplayString(Short),
        };
        return others switch
        {
            0 => text,
            1 => text + " (+ 1 overload)",
            _ => $"{text} (+ {others} overloads)",
        };
    }
}
