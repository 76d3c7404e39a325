using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;

namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>Finds public types by name in all references, whether their namespace is imported or not.</summary>
/// <remarks>Reads names straight from the metadata tables, once a reference: symbols for a thousand
/// namespaces would cost far more.</remarks>
internal static class UnimportedTypes
{
    private const int Limit = 20;

    private static readonly ConditionalWeakTable<MetadataReference, (string Namespace, string Name)[]> Names = [];

    /// <summary>Adds types whose name starts with what was typed, under their full name.</summary>
    public static void Add(Candidates candidates, SemanticModel model, int position, CancellationToken cancellation)
    {
        var added = 0;
        foreach (var reference in model.Compilation.References)
        {
            cancellation.ThrowIfCancellationRequested();

            // Under an alias stands what an edited cell has replaced.
            if (!reference.Properties.Aliases.IsEmpty && !reference.Properties.Aliases.Contains(MetadataReferenceProperties.GlobalAlias))
                continue;
            foreach ((var space, var name) in Names.GetValue(reference, ReadNames))
            {
                var bare = WithoutArity(name);
                if (!bare.StartsWith(candidates.Prefix, StringComparison.OrdinalIgnoreCase)) continue;
                if (model.Compilation.GetTypeByMetadataName($"{space}.{name}") is not { } type || !Visibility.IsShown(type)
                    || !model.IsAccessible(position, type)) continue;
                candidates.Add(type, Rank.NotImported, $"{space}.{bare}", bare);
                if (++added == Limit) return;
            }
        }
    }

    /// <summary>The public types of exactly this name that a position may use, under their namespaces.</summary>
    public static IEnumerable<INamedTypeSymbol> Named(string name, SemanticModel model, int position) =>
        from reference in model.Compilation.References
        where reference.Properties.Aliases.IsEmpty || reference.Properties.Aliases.Contains(MetadataReferenceProperties.GlobalAlias)
        from known in Names.GetValue(reference, ReadNames)
        where WithoutArity(known.Name) == name
        let type = model.Compilation.GetTypeByMetadataName($"{known.Namespace}.{known.Name}")
        where type is not null && Visibility.IsShown(type) && model.IsAccessible(position, type)
        select type;

    private static string WithoutArity(string name) => name.IndexOf('`') is > 0 and var tick ? name[..tick] : name;

    private static (string Namespace, string Name)[] ReadNames(MetadataReference reference)
    {
        if (reference is not PortableExecutableReference file || file.GetMetadata() is not AssemblyMetadata assembly) return [];

        var names = new List<(string, string)>();
        foreach (var module in assembly.GetModules())
        {
            var reader = module.GetMetadataReader();
            foreach (var handle in reader.TypeDefinitions)
            {
                var type = reader.GetTypeDefinition(handle);
                if ((type.Attributes & TypeAttributes.VisibilityMask) != TypeAttributes.Public || type.Namespace.IsNil) continue;
                names.Add((reader.GetString(type.Namespace), reader.GetString(type.Name)));
            }
        }

        return [.. names];
    }
}
