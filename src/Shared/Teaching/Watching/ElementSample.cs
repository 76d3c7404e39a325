
namespace Qiansi.Teaching.Watching;

/// <summary>Elements that stand for all of a tensor, always from the same places.</summary>
internal static class ElementSample
{
    private const int Most = 4096;

    /// <summary>All elements of a tensor of at most 16,384, else 4,096 of them; and how many each of them stands for.</summary>
    /// <remarks>
    /// Places are the multiples of the golden ratio modulo 1 (Weyl's sequence): spread evenly, and unlike a fixed stride never in step with
    /// the width of a layer. A length estimated from 4,096 elements is about one per cent off.
    /// </remarks>
    public static (double[] Values, double Weight) Of(Tensor tensor)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        var all = tensor.detach().flatten();
        var count = all.numel();
        if (count > 4 * Most) all = all.index_select(0, torch.tensor(Places(count)));
        return (all.to(float64).data<double>().ToArray(), count / Math.Max(1.0, all.numel()));
    }

    private static long[] Places(long count)
    {
        var golden = (Math.Sqrt(5) - 1) / 2;
        return [.. Enumerable.Range(1, Most).Select(i => (long)(i * golden % 1 * count))];
    }
}
