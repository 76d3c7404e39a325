using System.IO.Compression;
using Qiansi.Torch.Files.Elements;
using Qiansi.Torch.Files.Numpy;
using Qiansi.Torch.Files.Tensors;

namespace Qiansi;

public static partial class torch
{
    /// <summary>
    /// Reads an array that numpy saved (<c>.npy</c>, versions 1 to 3, either byte order, C or Fortran order). Integers that tensors do not
    /// have become the next wider type.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is damaged, or its elements are no numbers.</exception>
    public static Tensor load_npy(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        return FileTensors.Read(NpyReader.Open(stream, stream.Length, path));
    }

    /// <summary>Writes a tensor as numpy's <c>.npy</c>.</summary>
    /// <exception cref="ArgumentException">The elements are bfloat16, which numpy does not have.</exception>
    public static void save_npy(Tensor tensor, string path)
    {
        var header = NpyHeader.Write(FileTensors.ToFileType(tensor.dtype), tensor.sizes);
        FileOutput.Write(path, stream =>
        {
            stream.Write(header);
            FileTensors.Write(stream, tensor);
        });
    }

    /// <summary>Reads the arrays that numpy saved together (<c>.npz</c>), by name.</summary>
    /// <inheritdoc cref="load_npy" path="/exception"/>
    public static Dictionary<string, Tensor> load_npz(string path)
    {
        using var file = new NpzFile(path);
        return file.Names.ToDictionary(name => name, name => file.Read(name, FileTensors.Read));
    }

    /// <summary>Writes tensors as numpy's <c>.npz</c>.</summary>
    /// <param name="tensors">By name.</param>
    /// <param name="path">The file; it is replaced when it is whole.</param>
    /// <param name="compressed">Whether they are packed: smaller and slower, as <c>savez_compressed</c>.</param>
    /// <exception cref="ArgumentException">
    /// A name cannot stand in an archive, comes twice, or a tensor's type is one numpy does not have.
    /// </exception>
    public static void save_npz(IEnumerable<KeyValuePair<string, Tensor>> tensors, string path, bool compressed = false)
    {
        var entries = tensors.Select(
            t => (t.Key, t.Value, Header: NpyHeader.Write(FileTensors.ToFileType(t.Value.dtype), t.Value.sizes))).ToList();
        foreach (var name in entries.Select(e => e.Key))
            if (ZipFileReader.Refusal(name) is { } reason)
                throw new ArgumentException($"save_npz: the name '{name}' cannot stand in an archive: {reason}");
        if (entries.GroupBy(e => e.Key).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"save_npz: two tensors are named '{twice.Key}'");
        FileOutput.Write(path, stream =>
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            foreach (var (name, tensor, header) in entries)
            {
                using var entry = archive.CreateEntry(name + ".npy",
                    compressed ? CompressionLevel.Optimal : CompressionLevel.NoCompression).Open();
                entry.Write(header);
                FileTensors.Write(entry, tensor);
            }
        });
    }
}
