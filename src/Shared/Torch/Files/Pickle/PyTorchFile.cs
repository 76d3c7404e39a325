using System.Text;
using Qiansi.Torch.Files.Elements;

namespace Qiansi.Torch.Files.Pickle;

/// <summary>
/// An open file of <c>torch.save</c> in the zip format (PyTorch 1.6 and later): a pickle of the structure, and the memory of each tensor.
/// </summary>
internal sealed class PyTorchFile : IDisposable
{
    private const long MaximumPickleBytes = 256 << 20;
    private readonly ZipFileReader _archive;
    private readonly string _root;
    private readonly bool _isBigEndian;

    private PyTorchFile(ZipFileReader archive, string root)
    {
        (_archive, _root) = (archive, root);
        _isBigEndian = archive.Length(root + "byteorder") is not null && Encoding.ASCII.GetString(archive.ReadAll(root + "byteorder", 16))
            .Trim() == "big";
        Value = new PickleReader(archive.ReadAll(root + "data.pkl", MaximumPickleBytes), new FilePlace(archive.Path, "data.pkl")).Read();
    }

    /// <summary>What was saved: dictionaries, lists, tuples, numbers, text, and <see cref="StoredTensor"/> for tensors.</summary>
    public object? Value { get; }

    /// <summary>Opens a file and reads its structure.</summary>
    /// <exception cref="InvalidDataException">It is damaged, of another format, or holds more than data.</exception>
    public static PyTorchFile Open(string path)
    {
        RefuseOtherFormats(path);
        var archive = new ZipFileReader(path);
        try
        {
            var pickles = archive.Names.Where(
                n => n.Count(c => c == '/') == 1 && n.EndsWith("/data.pkl", StringComparison.Ordinal)).ToList();
            if (pickles.Count != 1)
                throw new FilePlace(path, "archive").Error(
                    $"{pickles.Count} entries NAME/data.pkl, and a file of torch.save has 1"
                        + (archive.Names.Any(n => n.EndsWith(".npy", StringComparison.Ordinal))
                            ? " (it looks like a .npz file: load_npz)" : ""));
            var root = pickles[0][..^"data.pkl".Length];
            if (archive.Names.Any(n => n.StartsWith(root + "code/", StringComparison.Ordinal)))
                throw new FilePlace(path, "archive").Error(
                    "a TorchScript program (torch.jit.save), not a state dict; save model.state_dict() with torch.save instead");
            return new PyTorchFile(archive, root);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>Opens a tensor, gives it to <paramref name="use"/> and closes it.</summary>
    /// <param name="tensor">One of <see cref="Value"/>.</param>
    /// <param name="name">Its name, for errors.</param>
    /// <param name="use">Takes it.</param>
    public unsafe T Read<T>(StoredTensor tensor, string name, Func<ArraySource, T> use)
    {
        var place = new FilePlace(_archive.Path, $"tensor '{name}'");
        var (memory, size) = (tensor.Memory, tensor.Memory.Type.Size());
        var entry = $"{_root}data/{memory.Key}";
        if (_archive.Length(entry) is not { } bytes) throw place.Error($"the archive has no entry '{entry}'");
        if (bytes / size < memory.Count)
            throw place.Error(
                $"entry '{entry}' has {bytes} bytes, and {memory.Count} elements of {memory.Type} take {(Int128)memory.Count * size}");
        ArrayLayout.Count(tensor.Shape, memory.Type, place);
        return use(new ArraySource(memory.Type, tensor.Shape, destination =>
        {
            using var stream = _archive.Open(entry);
            Skip(stream, tensor.Offset * size, place);
            ArraySource.ReadStrided(stream, memory.Type, _isBigEndian, tensor.Shape, tensor.Strides, destination, place);
        }));
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private static void Skip(Stream stream, long bytes, FilePlace place)
    {
        var buffer = new byte[Math.Min(bytes, 1 << 16)];
        while (bytes > 0 && ElementReader.ReadUpTo(stream, buffer.AsSpan(0, (int)Math.Min(bytes, buffer.Length)), place) is > 0
            and var read) bytes -= read;
    }

    private static void RefuseOtherFormats(string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> start = stackalloc byte[16];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        var place = new FilePlace(path, "");
        if (start.StartsWith("PK"u8)) return;
        if (start.Length == 0) throw place.Error("the file is empty");
        if (start[0] == 0x80)
            throw place.Error(
                "the format of PyTorch before 1.6 (a bare pickle), which is not read; load it in Python and save it again with "
                    + "torch.save, which writes the zip format");
        if (start.StartsWith((ReadOnlySpan<byte>)[0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y']))
            throw place.Error("a .npy file: load_npy reads it");
        if (start.Length > 8 && start[8] == '{') throw place.Error("it looks like a safetensors file: load_safetensors reads it");
        throw place.Error("not a file of torch.save: it is no zip archive");
    }
}
