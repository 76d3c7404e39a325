using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace Qiansi.Engine.CSharp.References;

/// <summary>The types of a cell, compiled as an ordinary library, as later cells see it.</summary>
/// <remarks>
/// When a later cell declares a type of the same name, the older one is hidden by taking <c>public</c> off it in a copy of the image that
/// only the compiler reads. What was loaded stays as it is, so values of the older type live on.
/// </remarks>
internal sealed class CellLibrary
{
    private readonly byte[] _image;
    private readonly HashSet<string> _visible;

    /// <param name="image">The assembly as emitted.</param>
    public CellLibrary(byte[] image)
    {
        _image = [.. image];
        using var pe = new PEReader(new MemoryStream(_image));
        var metadata = pe.GetMetadataReader();
        _visible = [.. PublicTypes(metadata).Select(t => t.Name)];
        Reference = MetadataReference.CreateFromImage(_image);
    }

    /// <summary>What the compiler reads.</summary>
    public MetadataReference Reference { get; private set; }

    /// <summary>Names of its visible types, with namespace and arity, as in metadata.</summary>
    public IReadOnlyCollection<string> TypeNames => _visible;

    /// <summary>Whether anything of it can still be named.</summary>
    public bool IsVisible => _visible.Count > 0;

    /// <summary>Hides the types of these names.</summary>
    public void Hide(IReadOnlyCollection<string> names)
    {
        if (!_visible.Overlaps(names)) return;
        using var pe = new PEReader(new MemoryStream(_image));
        var metadata = pe.GetMetadataReader();
        var tables = pe.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.TypeDef);
        var rowSize = metadata.GetTableRowSize(TableIndex.TypeDef);
        foreach (var (handle, name) in PublicTypes(metadata))
        {
            if (!names.Contains(name)) continue;

            // The first column of a TypeDef row is its flags, of which the lowest three bits are the visibility (ECMA-335, II.22.37).
            _image[tables + (MetadataTokens.GetRowNumber(handle) - 1) * rowSize] &= 0b1111_1000;
            _visible.Remove(name);
        }

        Reference = MetadataReference.CreateFromImage(_image);
    }

    private static IEnumerable<(TypeDefinitionHandle Handle, string Name)> PublicTypes(MetadataReader metadata) =>
        from handle in metadata.TypeDefinitions
        let type = metadata.GetTypeDefinition(handle)
        where (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public
        let space = metadata.GetString(type.Namespace)
        select (handle, space.Length > 0 ? $"{space}.{metadata.GetString(type.Name)}" : metadata.GetString(type.Name));
}
