namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>What the surroundings ask for: members of an enum, <c>true</c> and <c>false</c>, the type to construct.</summary>
internal static class ExpectedCandidates
{
    /// <summary>Adds values of the expected types.</summary>
    public static void AddValues(Candidates candidates, IReadOnlyList<ITypeSymbol> expected, SemanticModel model, int position)
    {
        foreach (var type in expected)
        {
            if (type.SpecialType == SpecialType.System_Boolean)
            {
                candidates.Add("true", "keyword", Rank.Expected);
                candidates.Add("false", "keyword", Rank.Expected);
            }

            if (type.TypeKind != TypeKind.Enum || !model.IsAccessible(position, type)) continue;
            var name = type.ToMinimalDisplayString(model, position);
            foreach (var member in type.GetMembers())
            {
                if (member is not IFieldSymbol || !Visibility.IsShown(member)) continue;
                var text = $"{name}.{Candidates.Escape(member.Name)}";
                var byMember = NameMatch.Match(member.Name, candidates.Prefix) < NameMatch.Match(text, candidates.Prefix);
                candidates.Add(member, Rank.Expected, text, byMember ? member.Name : text);
            }
        }
    }

    /// <summary>Whether a value of the type can stand where one of the expected types is asked for, by inheritance.</summary>
    public static bool Serves(INamedTypeSymbol type, IReadOnlyList<ITypeSymbol> expected, SemanticModel model)
    {
        if (type.IsAbstract || type.TypeKind is not (TypeKind.Class or TypeKind.Struct)) return false;
        foreach (var wanted in expected)
        {
            if (wanted.SpecialType == SpecialType.System_Object || wanted.TypeKind is not (TypeKind.Class or TypeKind.Interface)) continue;
            var conversion = ((CSharpCompilation)model.Compilation).ClassifyConversion(type, wanted);
            if (conversion.IsIdentity || (conversion.IsImplicit && (conversion.IsReference || conversion.IsBoxing))) return true;
        }

        return false;
    }

    /// <summary>Adds the expected types that <c>new</c> can make.</summary>
    public static void AddConstructible(Candidates candidates, IReadOnlyList<ITypeSymbol> expected, SemanticModel model, int position)
    {
        foreach (var type in expected)
        {
            if (type is not INamedTypeSymbol { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct }
                || type.SpecialType == SpecialType.System_Object) continue;
            var name = type.ToMinimalDisplayString(model, position, SymbolDisplayFormat.MinimallyQualifiedFormat
                .WithMiscellaneousOptions(
                    SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers));
            candidates.Add(type, Rank.Expected, name, name);
        }
    }
}
