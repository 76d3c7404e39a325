namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>Members after a dot.</summary>
internal static class MemberCandidates
{
    /// <summary>Adds the members of <paramref name="owner"/>, the expression, type or namespace before the dot,
    /// as far as <paramref name="kinds"/> go.</summary>
    public static void Add(
        Candidates candidates, SyntaxNode owner, MemberKinds kinds, SemanticModel model, int position, CancellationToken cancellation)
    {
        if (owner is BaseExpressionSyntax)
        {
            foreach (var symbol in model.LookupBaseMembers(position)) AddMember(candidates, symbol, null);
            return;
        }

        var found = Owner.Of((ExpressionSyntax)owner, model, position, cancellation);
        if (found.Space is not null)
        {
            foreach (var symbol in model.LookupNamespacesAndTypes(position, found.Space))
            {
                if (symbol is INamedTypeSymbol attribute && kinds == MemberKinds.Attributes)
                    AttributeCandidates.AddType(candidates, attribute);
                else if ((symbol is INamespaceSymbol || kinds != MemberKinds.Namespaces) && Visibility.IsShown(symbol))
                    candidates.Add(symbol, symbol is INamespaceSymbol ? Rank.Namespace : Rank.Type);
            }
        }

        if (found.StaticType is { } type && kinds != MemberKinds.Namespaces)
        {
            var anyMember = IsNameOf(owner);
            foreach (var symbol in kinds == MemberKinds.Types ? model.LookupNamespacesAndTypes(position, type)
                : model.LookupSymbols(position, type, includeReducedExtensionMethods: true))
            {
                if (symbol.IsStatic || symbol is ITypeSymbol || anyMember) AddMember(candidates, symbol, type);
            }
        }

        if (kinds != MemberKinds.All) return;
        foreach (var instance in found.Instances)
        {
            foreach (var symbol in model.LookupSymbols(position, instance, includeReducedExtensionMethods: true))
            {
                if (!symbol.IsStatic && symbol is not ITypeSymbol) AddMember(candidates, symbol, instance);
            }
        }
    }

    private static void AddMember(Candidates candidates, ISymbol symbol, ITypeSymbol? owner)
    {
        if (!Visibility.IsShown(symbol)) return;
        if (symbol is IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.DelegateInvoke) })
            return;
        var ofEveryObject = Visibility.IsObjectMember(symbol);
        if (ofEveryObject && symbol.IsStatic && owner is not null && !SymbolEqualityComparer.Default.Equals(owner, symbol.ContainingType))
            return;
        candidates.Add(symbol, symbol switch
        {
            ITypeSymbol => Rank.Type,
            IMethodSymbol { MethodKind: MethodKind.ReducedExtension } or { ContainingType.IsExtension: true } => Rank.Extension,
            _ => ofEveryObject ? Rank.ObjectMember : Rank.Member,
        });
    }

    private static bool IsNameOf(SyntaxNode owner)
    {
        var outer = owner;
        while (outer.Parent is MemberAccessExpressionSyntax access) outer = access;
        return outer.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
            && call.Expression is IdentifierNameSyntax { Identifier.Text: "nameof" };
    }
}
