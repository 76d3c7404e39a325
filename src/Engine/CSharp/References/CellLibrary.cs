using Qiansi.Engine.CSharp.Compiling;
using Qiansi.Engine.CSharp.Language.Documentation;

namespace Qiansi.Engine.CSharp.References;

/// <summary>The types of a cell, compiled as an ordinary library, as later cells see it.</summary>
/// <param name="cellName">The cell they were declared in.</param>
/// <param name="assembly">The library.</param>
internal sealed class CellLibrary(string cellName, EmittedAssembly assembly)
{
    /// <summary>What the compiler reads. A hidden library keeps its identity, so values of its types stay usable,
    /// but its names are out of sight.</summary>
    public MetadataReference Reference { get; private set; } =
        MetadataReference.CreateFromImage(assembly.Image, documentation: SourceDocumentation.Of(assembly.Compilation));

    /// <summary>The library as emitted.</summary>
    public EmittedAssembly Assembly => assembly;

    /// <summary>The cell they were declared in.</summary>
    public string CellName => cellName;

    /// <summary>Full names of its types, with arity.</summary>
    public IReadOnlySet<string> TypeNames { get; } = NamesIn(assembly.Compilation.Assembly.GlobalNamespace);

    /// <summary>Whether its types can be named.</summary>
    public bool IsVisible { get; private set; } = true;

    /// <summary>Takes its names out of sight: later cells have declared them all anew.</summary>
    public void Hide()
    {
        IsVisible = false;
        Reference = Reference.WithAliases(["hidden"]);
    }

    /// <summary>Full names of the types a library will have.</summary>
    public static IReadOnlySet<string> NamesIn(INamespaceSymbol space)
    {
        var names = new HashSet<string>();
        Collect(space, names);
        return names;
    }

    private static void Collect(INamespaceSymbol space, HashSet<string> names)
    {
        foreach (var member in space.GetMembers())
        {
            if (member is INamespaceSymbol inner) Collect(inner, names);
            else if (member is INamedTypeSymbol { IsFileLocal: false, CanBeReferencedByName: true } type)
                names.Add(type.ToDisplayString() + "`" + type.Arity);
        }
    }
}
