namespace Qiansi.Engine.CSharp.Language;

/// <summary>Leaves out libraries of earlier cells whose types the text under edit declares anew.</summary>
internal static class SupersededLibraries
{
    /// <summary>The references of a compilation, save in-memory ones that hold a type the tree declares.</summary>
    public static List<MetadataReference> Without(SyntaxTree library, CSharpCompilation compilation, CancellationToken cancellation)
    {
        List<string> names = [.. TypeNames(library.GetRoot(cancellation))];
        var kept = new List<MetadataReference>();
        foreach (var reference in compilation.References)
        {
            var fromFile = reference is PortableExecutableReference { FilePath: not null };
            if (fromFile || compilation.GetAssemblyOrModuleSymbol(reference) is not IAssemblySymbol assembly
                || !names.Exists(name => assembly.GetTypeByMetadataName(name) is not null))
                kept.Add(reference);
        }

        return kept;
    }

    private static IEnumerable<string> TypeNames(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax))
        {
            if (node is not (BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)) continue;
            var name = node switch
            {
                TypeDeclarationSyntax { TypeParameterList.Parameters.Count: > 0 and var arity } type =>
                    $"{type.Identifier.ValueText}`{arity}",
                BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
                DelegateDeclarationSyntax { TypeParameterList.Parameters.Count: > 0 and var arity } type =>
                    $"{type.Identifier.ValueText}`{arity}",
                var other => ((DelegateDeclarationSyntax)other).Identifier.ValueText,
            };
            for (var parent = node.Parent; parent is BaseNamespaceDeclarationSyntax space; parent = parent.Parent)
                name = $"{space.Name}.{name}";
            yield return name;
        }
    }
}
