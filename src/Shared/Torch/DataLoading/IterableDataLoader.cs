using Qiansi.Torch.DataLoading;

namespace Qiansi.Modules;

/// <summary>A loader of items that are lists of tensors; batches are lists of the stacked ones.</summary>
public sealed class IterableDataLoader : DataLoader<IList<Tensor>, IList<Tensor>>
{
    /// <inheritdoc cref="DataLoader{T, S}(utils.data.Dataset{T}, int, Func{IEnumerable{T}, Device, S}, IEnumerable{long}, Device, int, bool, bool, bool, Generator)"/>
    public IterableDataLoader(utils.data.Dataset<IList<Tensor>> dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = false, bool disposeDataset = true, Generator? generator = null)
        : base(dataset, batchSize, (items, _) => Collating.Lists(items), shuffler, device, num_worker, drop_last, disposeBatch,
            disposeDataset, generator, usesDefaultCollate: true)
    {
    }

    /// <inheritdoc cref="DataLoader{T, S}(utils.data.Dataset{T}, int, Func{IEnumerable{T}, Device, S}, bool, Device, int?, int, bool, bool, bool)"/>
    public IterableDataLoader(utils.data.Dataset<IList<Tensor>> dataset, int batchSize, bool shuffle = false, Device? device = null,
        int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = false, bool disposeDataset = true,
        Generator? generator = null)
        : base(dataset, batchSize, (items, _) => Collating.Lists(items), shuffle, device, generator ?? SeededBy(seed), num_worker,
            drop_last, disposeBatch, disposeDataset, usesDefaultCollate: true)
    {
    }
}
