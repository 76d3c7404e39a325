using Qiansi.Torch.DataLoading;

namespace Qiansi.Modules;

/// <summary>Items of a data set, by their numbers.</summary>
/// <typeparam name="T">An item.</typeparam>
/// <param name="dataset">The data set; stays open when the subset is disposed.</param>
/// <param name="indices">The numbers, in order; one can come twice.</param>
public sealed class Subset<T>(torch.utils.data.Dataset<T> dataset, IReadOnlyList<long> indices)
    : torch.utils.data.Dataset<T>, IBatchSource<T>
{
    /// <summary>The data set.</summary>
    public torch.utils.data.Dataset<T> dataset { get; } = dataset;

    /// <summary>The numbers of its items.</summary>
    public IReadOnlyList<long> indices { get; } = indices;

    /// <inheritdoc/>
    public override long Count => indices.Count;

    /// <inheritdoc/>
    public override T GetTensor(long index)
    {
        CheckIndex(index);
        return dataset.GetTensor(indices[(int)index]);
    }

    /// <summary>Whether the data set itself can give a batch.</summary>
    bool IBatchSource<T>.CanGetBatch => dataset is IBatchSource<T> { CanGetBatch: true };

    /// <summary>The items' batch, from the data set itself.</summary>
    T IBatchSource<T>.GetBatch(long[] batch) => ((IBatchSource<T>)dataset).GetBatch([.. batch.Select(i => indices[(int)i])]);
}
