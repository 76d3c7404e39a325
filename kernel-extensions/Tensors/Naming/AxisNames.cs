using System.Runtime.CompilerServices;

namespace Qiansi.Tensors.Naming;

/// <summary>Remembers names with the tensors they were given to, and with the memory the tensors show.</summary>
internal static class AxisNames
{
    private static readonly ConditionalWeakTable<Tensor, string?[]> ByTensor = [];
    private static readonly ConditionalWeakTable<object, NamedLayout> ByMemory = [];

    /// <summary>Names a tensor, and its memory when nobody has.</summary>
    public static void Set(Tensor tensor, string?[] names)
    {
        ByTensor.AddOrUpdate(tensor, names);
        ByMemory.AddOrUpdate(tensor.storage, new NamedLayout(tensor, names));
    }

    /// <summary>Names a tensor, but not what shares its memory.</summary>
    public static void SetOnly(Tensor tensor, string?[] names) => ByTensor.AddOrUpdate(tensor, names);

    /// <summary>The names: its own, else those of the memory's dimensions it shows.</summary>
    public static string?[] Of(Tensor tensor)
    {
        if (ByTensor.TryGetValue(tensor, out var own) && own.Length == tensor.sizes.Length) return own;
        return ByMemory.TryGetValue(tensor.storage, out var layout) ? layout.NamesOf(tensor) : new string?[tensor.sizes.Length];
    }
}
