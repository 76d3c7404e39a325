namespace Qiansi.Torch.Indexing;

/// <summary>Tensors of indices worked out: which rows of the tensor, with the indexed dimensions put first and joined, are meant.</summary>
internal sealed class Advanced
{
    private readonly long[] order;
    private readonly long[] back;
    private readonly long[] arranged;
    private readonly long[] shape;
    private readonly long[] rest;
    private readonly int place;

    public Advanced(Tensor view, IReadOnlyList<Tensor?> indices)
    {
        var dims = Enumerable.Range(0, indices.Count).Where(i => indices[i] is not null).ToArray();
        var others = Enumerable.Range(0, indices.Count).Where(i => indices[i] is null).ToArray();
        shape = indices[dims[0]]!.sizes;
        foreach (var d in dims) shape = Shape.Broadcast(shape, indices[d]!.sizes, "index");
        // Neighbouring indices leave their result where they stand, others put it in front.
        place = dims[^1] - dims[0] == dims.Length - 1 ? dims[0] : 0;
        order = [.. dims.Select(d => (long)d), .. others.Select(d => (long)d)];
        back = new long[order.Length];
        for (var i = 0; i < order.Length; i++) back[order[i]] = i;
        arranged = [.. order.Select(d => view.sizes[d])];
        rest = [.. others.Select(d => view.sizes[d])];
        Rows = Linear(view, indices, dims);
    }

    /// <summary>For each element of the index the row meant.</summary>
    public Tensor Rows { get; }

    private long RowCount => Shape.Count(arranged.AsSpan(0, arranged.Length - rest.Length));

    /// <summary>The rows of a tensor of the view's shape.</summary>
    public Tensor ToRows(Tensor view) => view.permute(order).reshape([RowCount, .. rest]);

    /// <summary>Rows back to the view's shape.</summary>
    public Tensor FromRows(Tensor rows) => rows.reshape(arranged).permute(back);

    /// <summary>The rows meant, in the shape that indexing gives.</summary>
    public Tensor ToResult(Tensor chosen) => Moved(chosen.reshape([.. shape, .. rest]), forward: true);

    /// <summary>A tensor of the shape that indexing gives, or one that broadcasts to it, as a list of rows.</summary>
    public Tensor FromResult(Tensor result)
    {
        long[] full = [.. rest[..place], .. shape, .. rest[place..]];
        if (!Shape.Expands(result.sizes, full))
            throw new ArgumentException(
                $"index_put_: a value of shape {Shape.Text(result.sizes)} does not broadcast to the shape indexed, {Shape.Text(full)}");
        return Moved(result.expand(full), forward: false).reshape([Rows.count, .. rest]);
    }

    private Tensor Moved(Tensor tensor, bool forward)
    {
        if (place == 0) return tensor;
        var source = Enumerable.Range(0, shape.Length).Select(i => (long)i).ToArray();
        var target = source.Select(i => i + place).ToArray();
        return forward ? tensor.movedim(source, target) : tensor.movedim(target, source);
    }

    private Tensor Linear(Tensor view, IReadOnlyList<Tensor?> indices, int[] dims)
    {
        var rows = Tensor.Empty([Shape.Count(shape)], ScalarType.Int64);
        var linear = rows.Span<long>();
        linear.Clear();
        foreach (var d in dims)
        {
            var n = view.sizes[d];
            var index = indices[d]!.expand(shape).Contiguous();
            var values = index.Span<long>();
            for (var i = 0; i < values.Length; i++)
            {
                var k = values[i];
                if (k < -n || k >= n)
                    throw new IndexOutOfRangeException(
                        $"index: {k} is out of range for dimension {d} with size {n} (shape {Shape.Text(view.sizes)}); it can be {-n} to "
                            + $"{n - 1}");
                linear[i] = (linear[i] * n) + (k < 0 ? k + n : k);
            }
            GC.KeepAlive(index);
        }
        return rows;
    }
}
