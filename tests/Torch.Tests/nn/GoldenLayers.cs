using Qiansi.Torch.Files.Elements;
using Qiansi.Torch.Files.Safetensors;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.NN;

/// <summary>What PyTorch made of a family of layers (Golden/nn.py).</summary>
internal sealed unsafe class GoldenLayers
{
    private readonly Dictionary<string, Tensor> tensors = [];

    public GoldenLayers(string family)
    {
        using var file = SafetensorsFile.Open(GoldenFile.Path(family + ".safetensors"));
        foreach (var entry in file.Entries)
        {
            var tensor = Tensor.Empty(entry.Shape,
                entry.Type switch { FileType.Float32 => ScalarType.Float32, FileType.Int64 => ScalarType.Int64, _ => ScalarType.Bool });
            file.Read(entry, tensor.Data);
            tensors[entry.Name] = tensor;
        }
    }

    public IEnumerable<string> Cases => tensors.Keys.Select(key => key.Split('|')[0]).Distinct();

    /// <summary>The tensors of a case whose name begins so, without that beginning: state.weight → weight.</summary>
    public IReadOnlyDictionary<string, Tensor> Of(string @case, string prefix)
    {
        var start = $"{@case}|{prefix}";
        return tensors.Where(entry => entry.Key.StartsWith(start, StringComparison.Ordinal))
            .ToDictionary(entry => entry.Key[start.Length..], entry => entry.Value);
    }

    public Tensor[] List(string @case, string prefix) =>
        [.. Of(@case, prefix).OrderBy(entry => int.Parse(entry.Key)).Select(entry => entry.Value)];
}
