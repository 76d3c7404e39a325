using System.IO.MemoryMappedFiles;
using System.Reflection.PortableExecutable;

namespace Qiansi.Engine.CSharp.References;

/// <summary>A reference that reads the metadata where the file is mapped, instead of copying the file, machine code and all.</summary>
/// <remarks>
/// All kernels of a machine share the pages. The mapping lasts as long as the process, so it is for files that nobody rewrites meanwhile:
/// those of the framework and of the kernel itself, which the runtime maps too.
/// </remarks>
internal static class MappedReference
{
    /// <summary>Opens an assembly file.</summary>
    /// <exception cref="BadImageFormatException">The file holds no metadata.</exception>
    public static unsafe MetadataReference Open(string path)
    {
        var length = new FileInfo(path).Length;
        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, capacity: 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start); // never released: the view stays
        var metadata = new PEReader(start, checked((int)length)).GetMetadata();
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)metadata.Pointer, metadata.Length))
            .GetReference(filePath: path, display: path);
    }
}
