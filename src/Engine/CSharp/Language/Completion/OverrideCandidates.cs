namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>Members of base types that can be overridden, as whole declarations behind <c>override</c>.</summary>
internal static class OverrideCandidates
{
    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters)
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
                | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Adds what the type around the begun declaration can override and does not yet.</summary>
    public static void Add(
        Candidates candidates, MemberDeclarationSyntax begun, SemanticModel model, int position, CancellationToken cancellation)
    {
        if (begun.Parent is not TypeDeclarationSyntax declaration || model.GetDeclaredSymbol(declaration, cancellation) is not { } type)
            return;

        var hasAccess =
            begun.Modifiers.Any(m => m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword);
        HashSet<ISymbol> settled = new(SymbolEqualityComparer.Default);
        foreach (var own in type.GetMembers()) Settle(settled, own);
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                var open = (member.IsVirtual || member.IsAbstract || member.IsOverride) && !member.IsSealed
                    && model.IsAccessible(position, member);
                if (open && !settled.Contains(member) && member is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol
                    && open && member.Name != "Finalize")
                    candidates.Add(member, Rank.Expected, (hasAccess ? "" : SyntaxFacts.GetText(member.DeclaredAccessibility) + " ")
                        + Declaration(member, model, position), member.Name);
                Settle(settled, member);
            }
        }
    }

    private static void Settle(HashSet<ISymbol> settled, ISymbol member)
    {
        for (var overridden = Overridden(member); overridden is not null; overridden = Overridden(overridden)) settled.Add(overridden);
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private static string Declaration(ISymbol member, SemanticModel model, int position)
    {
        var format = model.GetNullableContext(position).AnnotationsEnabled() ? Signature
            : Signature.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);
        var signature = member.ToMinimalDisplayString(model, position, format);
        if (member is IMethodSymbol method)
        {
            var arguments = string.Join(", ", method.Parameters.Select(p => Prefix(p.RefKind) + Candidates.Escape(p.Name)));
            var generics = method.IsGenericMethod ? $"<{string.Join(", ", method.TypeParameters.Select(t => t.Name))}>" : "";
            return member.IsAbstract
                ? $"{signature} => throw new NotImplementedException();" : $"{signature} => base.{method.Name}{generics}({arguments});";
        }

        var property = (IPropertySymbol)member;
        var access = property.IsIndexer
            ? $"base[{string.Join(", ", property.Parameters.Select(p => p.Name))}]" : $"base.{property.Name}";
        var setter = property.SetMethod is { IsInitOnly: true } ? "init" : "set";
        return (property.IsAbstract, property.SetMethod is not null) switch
        {
            (true, true) =>
                $"{signature} {{ get => throw new NotImplementedException(); {setter} => throw new NotImplementedException(); }}",
            (true, false) => $"{signature} => throw new NotImplementedException();",
            (false, true) => $"{signature} {{ get => {access}; {setter} => {access} = value; }}",
            _ => $"{signature} => {access};",
        };
    }

    private static string Prefix(RefKind kind) =>
        kind switch { RefKind.Ref => "ref ", RefKind.Out => "out ", RefKind.In or RefKind.RefReadOnlyParameter => "in ", _ => "" };
}
