using Qiansi.Torch.Files.Elements;
using Qiansi.Torch.Files.Pickle;

namespace Qiansi.Torch.Files.Tensors;

/// <summary>Turns what a file of <c>torch.save</c> holds into tensors.</summary>
/// <param name="file">The open file.</param>
/// <param name="path">Its path, for errors.</param>
internal sealed class StateDictReader(PyTorchFile file, string path)
{
    /// <summary>Deeper structures are refused: a pickle can contain itself.</summary>
    private const int MaximumDepth = 64;

    /// <summary>More values are refused: shared parts of a pickle can multiply.</summary>
    private const int MaximumValues = 5_000_000;

    private readonly Dictionary<StoredTensor, Tensor> _read = new(ReferenceEqualityComparer.Instance);
    private int _values;

    /// <summary>
    /// The tensors in dictionaries in dictionaries, their names joined by dots; a tensor alone has the name "". What is no tensor is left
    /// out.
    /// </summary>
    public Dictionary<string, Tensor> Flatten()
    {
        var tensors = new Dictionary<string, Tensor>();
        Flatten("", file.Value, tensors, 0);
        return tensors;
    }

    /// <summary>The whole structure: dictionaries, lists, arrays (tuples), long, double, bool, string, null and tensors.</summary>
    public object? Convert() => Convert("", file.Value, 0);

    private void Flatten(string name, object? value, Dictionary<string, Tensor> tensors, int depth)
    {
        Count(name, depth);
        switch (value)
        {
            case StoredTensor stored:
                if (!tensors.TryAdd(name, Read(stored, name))) throw new FilePlace(path, $"tensor '{name}'").Error("the name comes twice");
                break;
            case Dictionary<object, object?> dictionary:
                foreach (var (key, part) in dictionary) Flatten(Join(name, key), part, tensors, depth + 1);
                break;
            case IList<object?> list:
                for (var i = 0; i < list.Count; i++) Flatten(Join(name, i), list[i], tensors, depth + 1);
                break;
        }
    }

    private object? Convert(string name, object? value, int depth)
    {
        Count(name, depth);
        return value switch
        {
            StoredTensor stored => Read(stored, name),
            Dictionary<object, object?> dictionary =>
                dictionary.ToDictionary(p => p.Key, p => Convert(Join(name, p.Key), p.Value, depth + 1)),
            object?[] tuple => tuple.Select((v, i) => Convert(Join(name, i), v, depth + 1)).ToArray(),
            List<object?> list => list.Select((v, i) => Convert(Join(name, i), v, depth + 1)).ToList(),
            _ => value,
        };
    }

    /// <summary>One tensor of the file is one tensor here, also where it is named twice.</summary>
    private Tensor Read(StoredTensor stored, string name)
    {
        if (_read.TryGetValue(stored, out var tensor)) return tensor;
        tensor = file.Read(stored, name, FileTensors.Read);
        if (stored.RequiresGrad && tensor.is_floating_point()) tensor.requires_grad_();
        _read.Add(stored, tensor);
        return tensor;
    }

    private static string Join(string name, object key) => name.Length > 0 ? $"{name}.{key}" : $"{key}";

    private void Count(string name, int depth)
    {
        if (depth > MaximumDepth)
            throw new FilePlace(path, $"'{name[..Math.Min(name.Length, 60)]}…'").Error(
                $"it nests more than {MaximumDepth} deep, or contains itself");
        if (++_values > MaximumValues) throw new FilePlace(path, "data.pkl").Error($"it has more than {MaximumValues} values");
    }
}
