using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Qiansi.Engine.CSharp.References;

/// <summary>Takes from a library's metadata the references to assemblies that cells are not to see.</summary>
/// <remarks>
/// The compiler binds a reference by name. A package that brings an assembly which the library uses privately would thereby become part of
/// the library:
/// to the compiler all its types would be new ones, beside those that the variables and usings of earlier cells have.
/// ECMA-335, II.22.5: the AssemblyRef table.
/// </remarks>
internal static class PrivateReferences
{
    /// <summary>The image with those references renamed to what no assembly is called; null when there are none.</summary>
    public static byte[]? Sever(string path, Func<string, bool> isVisible)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var severed = metadata.AssemblyReferences
            .Where(h => !isVisible(metadata.GetString(metadata.GetAssemblyReference(h).Name))).ToList();
        if (severed.Count == 0) return null;
        var image = File.ReadAllBytes(path);

        // Every module's first type is called <Module>; four version parts and the flags stand before the public key and the name.
        var name = metadata.GetHeapOffset(metadata.GetTypeDefinition(MetadataTokens.TypeDefinitionHandle(1)).Name);
        var column = 12 + IndexSize(metadata, HeapIndex.Blob);
        foreach (var handle in severed)
        {
            var row = metadata.GetTableMetadataOffset(TableIndex.AssemblyRef)
                + (metadata.GetRowNumber(handle) - 1) * metadata.GetTableRowSize(TableIndex.AssemblyRef);
            var at = image.AsSpan(file.PEHeaders.MetadataStartOffset + row + column);
            if (IndexSize(metadata, HeapIndex.String) == 2) BinaryPrimitives.WriteUInt16LittleEndian(at, (ushort)name);
            else BinaryPrimitives.WriteInt32LittleEndian(at, name);
        }

        return image;
    }

    private static int IndexSize(MetadataReader metadata, HeapIndex heap) => metadata.GetHeapSize(heap) <= ushort.MaxValue ? 2 : 4;
}
