namespace Qiansi.Tensors.Naming;

/// <summary>How a tensor whose axes were named lies in its memory.</summary>
internal sealed class NamedLayout(Tensor tensor, string?[] names)
{
    private readonly long[] _sizes = tensor.sizes;
    private readonly long[] _strides = tensor.strides;

    /// <summary>
    /// The names of a view's dimensions: a dimension is the one whose elements it steps through, if there is just one such.
    /// </summary>
    public string?[] NamesOf(Tensor view)
    {
        if (view.sizes.AsSpan().SequenceEqual(_sizes) && view.strides.AsSpan().SequenceEqual(_strides)) return names;
        var found = new string?[view.sizes.Length];
        for (var d = 0; d < found.Length; d++)
        {
            var source = Source(view.sizes[d], view.strides[d]);
            if (source >= 0 && !found.Contains(names[source])) found[d] = names[source];
        }

        return found;
    }

    /// <summary>The named dimension that steps of this stride stay within; −1 when none or several.</summary>
    private int Source(long size, long stride)
    {
        if (size <= 1 || stride == 0) return -1;
        var source = -1;
        for (var d = 0; d < _sizes.Length; d++)
        {
            if (_sizes[d] <= 1 || _strides[d] == 0) continue;
            if (stride % _strides[d] != 0 || (size - 1) * stride > (_sizes[d] - 1) * _strides[d]) continue;
            if (source >= 0) return -1;
            source = d;
        }

        return source;
    }
}
