namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>Properties to set in <c>new T { … }</c> and <c>x with { … }</c>, and to test in <c>x is { … }</c>.</summary>
internal static class PropertyCandidates
{
    /// <summary>Adds the properties an initializer can set and has not set yet.</summary>
    /// <returns>Whether elements may stand there as well, the initializer being that of a collection.</returns>
    public static bool AddSettable(
        Candidates candidates, InitializerExpressionSyntax initializer, SemanticModel model, int position, CancellationToken cancellation)
    {
        var type = InitializedType(initializer, model, cancellation);
        if (type is null or { TypeKind: TypeKind.Error }) return true;

        HashSet<string> set = [];
        foreach (var element in initializer.Expressions)
        {
            if (element is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name }) set.Add(name.Identifier.ValueText);
        }

        foreach (var member in model.LookupSymbols(position, type))
        {
            var settable = member is IPropertySymbol { IsStatic: false, IsIndexer: false } property
                && (IsAccessible(property.SetMethod, model, position) || IsCollection(property.Type))
                || member is IFieldSymbol { IsStatic: false, IsReadOnly: false, IsConst: false };
            if (settable && !set.Contains(member.Name) && Visibility.IsShown(member))
                candidates.Add(member,
                    member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true } ? Rank.Expected : Rank.Member);
        }

        return !initializer.IsKind(SyntaxKind.WithInitializerExpression) && IsCollection(type) && set.Count == 0;
    }

    /// <summary>Adds the properties and fields that a property pattern can test and does not test yet.</summary>
    public static void AddReadable(Candidates candidates, ExpressionSyntax? path, PropertyPatternClauseSyntax clause, SemanticModel model,
        int position, CancellationToken cancellation)
    {
        var type = Tested(clause, model, cancellation);
        if (path is MemberAccessExpressionSyntax access) type = MemberType(type, access.Expression);
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        if (type is null) return;

        foreach (var member in model.LookupSymbols(position, type))
        {
            if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null } or IFieldSymbol { IsStatic: false }
                && Visibility.IsShown(member)
                && !(path is not MemberAccessExpressionSyntax && IsTested(clause, member.Name)))
                candidates.Add(member, Rank.Member);
        }
    }

    private static bool IsTested(PropertyPatternClauseSyntax clause, string name) =>
        clause.Subpatterns.Any(pattern => pattern.NameColon?.Name.Identifier.ValueText == name);

    private static ITypeSymbol? Tested(PropertyPatternClauseSyntax clause, SemanticModel model, CancellationToken cancellation)
    {
        var pattern = (RecursivePatternSyntax)clause.Parent!;
        if (pattern.Type is not null) return model.GetTypeInfo(pattern.Type, cancellation).Type;
        return ExpectedType.Of(pattern, model, cancellation).FirstOrDefault() ?? model.GetTypeInfo(pattern, cancellation).Type;
    }

    private static ITypeSymbol? MemberType(ITypeSymbol? type, ExpressionSyntax path)
    {
        if (path is MemberAccessExpressionSyntax access) type = MemberType(type, access.Expression);
        var name = path switch
        {
            IdentifierNameSyntax simple => simple.Identifier.ValueText,
            MemberAccessExpressionSyntax last => last.Name.Identifier.ValueText,
            _ => ""
        };
        for (; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers(name))
            {
                if (member is IPropertySymbol property) return property.Type;
                if (member is IFieldSymbol field) return field.Type;
            }
        }

        return null;
    }

    private static ITypeSymbol? InitializedType(
        InitializerExpressionSyntax initializer, SemanticModel model, CancellationToken cancellation) => initializer.Parent switch
        {
            BaseObjectCreationExpressionSyntax creation =>
                model.GetTypeInfo(creation, cancellation) is var info ? info.Type ?? info.ConvertedType : null,
            WithExpressionSyntax with => model.GetTypeInfo(with.Expression, cancellation).Type,
            AssignmentExpressionSyntax assignment => model.GetTypeInfo(assignment.Left, cancellation).Type,
            _ => null,
        };

    private static bool IsAccessible(IMethodSymbol? setter, SemanticModel model, int position) =>
        setter is not null && model.IsAccessible(position, setter);

    private static bool IsCollection(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String && type is not IArrayTypeSymbol
        && type.AllInterfaces.Any(implemented => implemented.SpecialType == SpecialType.System_Collections_IEnumerable)
        && (type.GetMembers("Add").Length > 0
            || type.AllInterfaces.Any(implemented =>
                implemented.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_ICollection_T));
}
