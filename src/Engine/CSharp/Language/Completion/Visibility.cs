namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>Which symbols are worth showing.</summary>
internal static class Visibility
{
    /// <summary>Whether a symbol has a name to write and is neither hidden by its author nor obsolete.</summary>
    public static bool IsShown(ISymbol symbol)
    {
        if (symbol.Name.Length == 0 || symbol.Name == CaretText.Placeholder || !symbol.CanBeReferencedByName) return false;
        if (symbol.Kind is SymbolKind.Local or SymbolKind.Parameter or SymbolKind.RangeVariable or SymbolKind.Namespace or SymbolKind.Label)
            return true;
        foreach (var attribute in symbol.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "ObsoleteAttribute":
                case "EditorBrowsableAttribute" when attribute.ConstructorArguments is [{ Value: 1 }]:
                    return false;
            }
        }

        return true;
    }

    /// <summary>Whether a member is one that every object has.</summary>
    public static bool IsObjectMember(ISymbol symbol) =>
        symbol.ContainingType?.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum
        || (symbol is IMethodSymbol { OverriddenMethod: not null } method && IsObjectMethod(method));

    private static bool IsObjectMethod(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden) method = overridden;
        return method.ContainingType.SpecialType == SpecialType.System_Object;
    }
}
