namespace Qiansi.Torch.Indexing;

/// <summary>Brackets taken apart: a view for the simple indices, then a tensor of indices for some of its dimensions.</summary>
internal sealed class IndexPlan
{
    private readonly List<Tensor?> advanced = [];

    public IndexPlan(Tensor source, ReadOnlySpan<TensorIndex> indices)
    {
        var view = source;
        var used = 0;
        foreach (var index in indices) used += Uses(index);
        if (used > source.sizes.Length)
            throw new IndexOutOfRangeException(
                $"index: {used} indices for a tensor of {source.sizes.Length} dimensions (shape {Shape.Text(source.sizes)}, "
                    + $"[{Text(indices)}])");
        var dim = 0;
        var ellipsis = false;
        foreach (var index in indices)
        {
            switch (index.kindOf)
            {
                case TensorIndex.Kind.Colon:
                    Pass(ref dim, 1);
                    break;
                case TensorIndex.Kind.Number:
                    view = At(view, dim, index.start!.Value, source);
                    break;
                case TensorIndex.Kind.Range:
                    view = view.slice(dim, index.start ?? 0, index.stop ?? long.MaxValue, index.step);
                    Pass(ref dim, 1);
                    break;
                case TensorIndex.Kind.Ellipsis:
                    if (ellipsis) throw new ArgumentException($"index: \"...\" may appear once in [{Text(indices)}]");
                    ellipsis = true;
                    Pass(ref dim, source.sizes.Length - used);
                    break;
                case TensorIndex.Kind.NewDimension:
                    view = view.unsqueeze(dim);
                    Pass(ref dim, 1);
                    break;
                default:
                    view = Add(view, index.tensor!, ref dim);
                    break;
            }
        }
        View = view;
        while (advanced.Count < view.sizes.Length) advanced.Add(null);
    }

    /// <summary>The view that the simple indices show.</summary>
    public Tensor View { get; }

    /// <summary>Indices for the view's dimensions; null: all of that dimension.</summary>
    public IReadOnlyList<Tensor?> Advanced => advanced;

    public bool IsView => advanced.TrueForAll(t => t is null);

    private static int Uses(TensorIndex index) => index.kindOf switch
    {
        TensorIndex.Kind.Ellipsis or TensorIndex.Kind.NewDimension => 0,
        TensorIndex.Kind.Tensor => index.tensor!.type is ScalarType.Bool or ScalarType.Byte ? index.tensor.sizes.Length : 1,
        _ => 1,
    };

    private void Pass(ref int dim, int count)
    {
        for (var i = 0; i < count; i++) advanced.Add(null);
        dim += count;
    }

    private static Tensor At(Tensor view, int dim, long index, Tensor source)
    {
        var n = view.sizes[dim];
        return index >= -n && index < n
            ? view.select(dim, index)
            : throw new IndexOutOfRangeException(
                $"index: {index} is out of range for dimension {dim} with size {n} (shape {Shape.Text(source.sizes)}); it can be {-n} to "
                    + $"{n - 1}");
    }

    private Tensor Add(Tensor view, Tensor index, ref int dim)
    {
        if (index.type is ScalarType.Bool or ScalarType.Byte)
        {
            if (index.sizes.Length == 0)
            {
                view = view.unsqueeze(dim);
                index = index.reshape(1);
            }
            for (var i = 0; i < index.sizes.Length; i++)
            {
                if (index.sizes[i] != view.sizes[dim + i])
                    throw new IndexOutOfRangeException(
                        $"index: the mask has shape {Shape.Text(index.sizes)}, which does not fit shape {Shape.Text(view.sizes)} from "
                            + $"dimension {dim} on");
            }
            foreach (var column in index.nonzero().unbind(1)) advanced.Add(column);
            dim += index.sizes.Length;
            return view;
        }
        if (index.type is not (ScalarType.Int64 or ScalarType.Int32))
            throw new ArgumentException(
                $"index: a tensor of {index.type.TorchName()} is no index; use torch.int64, or torch.bool for a mask");
        advanced.Add(index.Cast(ScalarType.Int64));
        dim++;
        return view;
    }

    private static string Text(ReadOnlySpan<TensorIndex> indices)
    {
        var parts = new string[indices.Length];
        for (var i = 0; i < parts.Length; i++) parts[i] = indices[i].ToString();
        return string.Join(", ", parts);
    }
}
