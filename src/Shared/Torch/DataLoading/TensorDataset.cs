using Qiansi.Torch.DataLoading;

namespace Qiansi.Modules;

/// <summary>A data set of tensors side by side: item i is row i of each.</summary>
public sealed class TensorDataset : utils.data.IterableDataset, IBatchSource<IList<Tensor>>
{
    private readonly Tensor[] _tensors;

    /// <summary>A data set of tensors.</summary>
    /// <param name="tensors">At least one; all with the same first size.</param>
    /// <exception cref="ArgumentException">There is none, one has no dimensions, or their first sizes differ.</exception>
    public TensorDataset(params Tensor[] tensors)
    {
        if (tensors.Length == 0) throw new ArgumentException("TensorDataset: at least one tensor is needed");
        if (tensors.Any(t => t.ndim == 0 || t.size(0) != tensors[0].shape.FirstOrDefault(-1)))
            throw new ArgumentException(
                "TensorDataset: the first sizes have to be the same, and the shapes are "
                    + $"{string.Join(", ", tensors.Select(t => Shape.Text(t.sizes)))}");
        _tensors = tensors;
    }

    /// <summary>The tensors.</summary>
    public IReadOnlyList<Tensor> tensors => _tensors;

    /// <inheritdoc/>
    public override long Count => _tensors[0].size(0);

    /// <inheritdoc/>
    public override IList<Tensor> GetTensor(long index)
    {
        CheckIndex(index);
        return [.. _tensors.Select(t => t.select(0, index))];
    }

    /// <summary>Rows of each tensor, in one copy.</summary>
    IList<Tensor> IBatchSource<IList<Tensor>>.GetBatch(long[] indices)
    {
        foreach (var index in indices) CheckIndex(index);
        using var rows = tensor(indices);
        return [.. _tensors.Select(t => t.index_select(0, rows))];
    }
}
