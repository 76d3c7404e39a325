namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>Attributes by their short names.</summary>
internal static class AttributeCandidates
{
    private const string Suffix = "Attribute";

    /// <summary>Adds the attribute types in scope, and namespaces.</summary>
    public static void Add(Candidates candidates, SemanticModel model, int position, CancellationToken cancellation)
    {
        foreach (var symbol in model.LookupNamespacesAndTypes(position))
        {
            cancellation.ThrowIfCancellationRequested();
            if (symbol is INamespaceSymbol) candidates.Add(symbol, Rank.Namespace);
            if (symbol is INamedTypeSymbol type) AddType(candidates, type);
        }
    }

    /// <summary>Adds a type if it is an attribute.</summary>
    public static void AddType(Candidates candidates, INamedTypeSymbol type)
    {
        // The name first: asking 1,500 types for their base types would load them all.
        var suffixed = type.Name.EndsWith(Suffix, StringComparison.Ordinal) && type.Name.Length > Suffix.Length;
        if (type is not { TypeKind: TypeKind.Class, IsAbstract: false } || (!suffixed && type.DeclaringSyntaxReferences.Length == 0))
            return;
        var name = suffixed ? type.Name[..^Suffix.Length] : type.Name;
        if (NameMatch.Match(name, candidates.Prefix) != MatchQuality.None && IsAttribute(type) && Visibility.IsShown(type))
            candidates.Add(type, Rank.Type, name, name);
    }

    private static bool IsAttribute(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Attribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }
}
