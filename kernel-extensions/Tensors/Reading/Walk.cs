namespace Qiansi.Tensors.Reading;

/// <summary>Goes through a tensor's elements in the order in which they lie in memory, whatever the order of its dimensions.</summary>
internal sealed class Walk
{
    private readonly Tensor _tensor;
    private readonly long[] _sizes;
    private readonly long[] _strides;

    public Walk(Tensor tensor)
    {
        _tensor = tensor;
        var order = Enumerable.Range(0, tensor.sizes.Length).Where(d => tensor.sizes[d] != 1)
            .OrderByDescending(d => tensor.strides[d]).ToList();
        List<long> sizes = [], strides = [];
        foreach (var d in order)
        {
            // A dimension that continues the one outside of it is one with it: long runs are read fast.
            if (sizes.Count > 0 && strides[^1] == tensor.strides[d] * tensor.sizes[d])
            {
                sizes[^1] *= tensor.sizes[d];
                strides[^1] = tensor.strides[d];
                continue;
            }

            sizes.Add(tensor.sizes[d]);
            strides.Add(tensor.strides[d]);
        }

        if (sizes.Count == 0)
        {
            sizes.Add(1);
            strides.Add(1);
        }

        _sizes = [.. sizes];
        _strides = [.. strides];
    }

    /// <summary>Reads elements from the given one on, counted in memory's order.</summary>
    public void Read(long start, Span<double> into)
    {
        var inner = _sizes[^1];
        while (into.Length > 0)
        {
            var (row, within) = Math.DivRem(start, inner);
            var place = _tensor.offset + (within * _strides[^1]);
            for (var d = _sizes.Length - 2; d >= 0; d--)
            {
                (row, var index) = Math.DivRem(row, _sizes[d]);
                place += index * _strides[d];
            }

            var length = (int)Math.Min(inner - within, into.Length);
            Elements.Read(_tensor, place, _strides[^1], into[..length]);
            into = into[length..];
            start += length;
        }
    }
}
