using Qiansi.Torch.Files.Elements;
using Qiansi.Torch.Files.Numpy;
using Qiansi.Torch.Files.Pickle;
using Qiansi.Torch.Files.Safetensors;
using Qiansi.Torch.Files.Tensors;

namespace Qiansi;

public static partial class torch
{
    /// <summary>
    /// Reads the one tensor of a file: <c>.npy</c>, <c>.npz</c>, <c>.safetensors</c>, <c>.dat</c> as TorchSharp writes it, or a file of
    /// Python's <c>torch.save</c>.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is damaged, or holds several tensors.</exception>
    public static Tensor load(string location)
    {
        var tensors = Path.GetExtension(location).ToLowerInvariant() switch
        {
            ".npy" => new Dictionary<string, Tensor> { [""] = load_npy(location) },
            ".npz" => load_npz(location),
            ".safetensors" => load_safetensors(location),
            ".dat" => new Dictionary<string, Tensor> { [""] = Tensor.load(location) },
            _ => load_py(location),
        };
        if (tensors.Count == 1) return tensors.Values.First();
        throw new FilePlace(location, "").Error(
            $"it holds {tensors.Count} tensors ({string.Join(", ", tensors.Keys.Take(5))}{(tensors.Count > 5 ? ", …" : "")}), and load "
                + "reads one; use load_safetensors, load_npz or load_py");
    }

    /// <summary>
    /// Writes a tensor: <c>.npy</c> as numpy reads it, <c>.dat</c> as TorchSharp does, <c>.safetensors</c> under the name <c>tensor</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The file's extension is another one.</exception>
    public static void save(Tensor t, string location)
    {
        switch (Path.GetExtension(location).ToLowerInvariant())
        {
            case ".npy": save_npy(t, location); break;
            case ".safetensors": save_safetensors(new Dictionary<string, Tensor> { ["tensor"] = t }, location); break;
            case ".dat": t.save(location); break;
            default:
                throw new ArgumentException(
                $"save: '{location}' ends in neither .npy, .safetensors nor .dat, the formats that are written");
        }
    }

    /// <summary>Reads all tensors of a safetensors file.</summary>
    /// <exception cref="InvalidDataException">It is no whole safetensors file; the message names the tensor and what is wrong.</exception>
    public static unsafe Dictionary<string, Tensor> load_safetensors(string path)
    {
        using var file = SafetensorsFile.Open(path);
        return file.Entries.ToDictionary(e => e.Name, e => FileTensors.Read(new ArraySource(e.Type, e.Shape, Reader(file, e))));
    }

    /// <summary>What the writer of a safetensors file noted about it.</summary>
    /// <inheritdoc cref="load_safetensors" path="/exception"/>
    public static IReadOnlyDictionary<string, string> load_safetensors_metadata(string path)
    {
        using var file = SafetensorsFile.Open(path);
        return file.Metadata;
    }

    /// <summary>
    /// Writes tensors as a safetensors file, the format of Hugging Face: <c>save_safetensors(model.state_dict(), "model.safetensors")</c>.
    /// </summary>
    /// <param name="tensors">By name.</param>
    /// <param name="path">The file; it is replaced when it is whole.</param>
    /// <param name="metadata">Notes; <c>format: pt</c> when null, which other readers expect.</param>
    public static void save_safetensors(IEnumerable<KeyValuePair<string, Tensor>> tensors, string path,
        IReadOnlyDictionary<string, string>? metadata = null)
    {
        var byName = new Dictionary<string, Tensor>();
        foreach (var (name, tensor) in tensors)
        {
            if (name == "__metadata__")
                throw new ArgumentException("save_safetensors: no tensor can be named '__metadata__', the format needs the name");
            if (!byName.TryAdd(name, tensor)) throw new ArgumentException($"save_safetensors: two tensors are named '{name}'");
        }

        var entries = SafetensorsFile.Arrange(byName.Select(t => (t.Key, FileTensors.ToFileType(t.Value.dtype), t.Value.shape)));
        var header = SafetensorsHeader.Write(entries, metadata ?? new Dictionary<string, string> { ["format"] = "pt" });
        FileOutput.Write(path, stream =>
        {
            stream.Write(BitConverter.GetBytes((ulong)header.Length));
            stream.Write(header);
            foreach (var entry in entries) FileTensors.Write(stream, byName[entry.Name]);
        });
    }

    /// <summary>
    /// Reads the tensors of a file that Python's <c>torch.save</c> wrote (<c>.pt</c>, <c>.pth</c>, <c>.bin</c>): a state dict, or a
    /// checkpoint whose parts' names are joined by dots, <c>model.fc.weight</c>.
    /// </summary>
    /// <remarks>Nothing of the file is executed; what is no tensor is left out (<see cref="load_py_object"/> keeps it).</remarks>
    /// <exception cref="InvalidDataException">
    /// The file is damaged, of a format before PyTorch 1.6, or holds Python objects other than tensors, numbers, text, lists and
    /// dictionaries.
    /// </exception>
    public static Dictionary<string, Tensor> load_py(string path)
    {
        using var file = PyTorchFile.Open(path);
        return new StateDictReader(file, path).Flatten();
    }

    /// <summary>Reads everything in a file that Python's <c>torch.save</c> wrote.</summary>
    /// <returns>Dictionaries, lists, arrays (tuples), long, double, bool, string, null, and tensors.</returns>
    /// <inheritdoc cref="load_py" path="/exception"/>
    public static object? load_py_object(string path)
    {
        using var file = PyTorchFile.Open(path);
        return new StateDictReader(file, path).Convert();
    }

    private static unsafe ArraySource.Reader Reader(SafetensorsFile file, SafetensorsEntry entry) =>
        destination => file.Read(entry, destination);
}
