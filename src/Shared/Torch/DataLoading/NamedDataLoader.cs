using Qiansi.Torch.DataLoading;

namespace Qiansi.Modules;

/// <summary>A loader of items that are dictionaries of tensors; batches are dictionaries of the stacked ones.</summary>
public class DataLoader : DataLoader<Dictionary<string, Tensor>, Dictionary<string, Tensor>>
{
    /// <inheritdoc cref="DataLoader{T, S}(utils.data.Dataset{T}, int, Func{IEnumerable{T}, Device, S}, IEnumerable{long}, Device, int, bool, bool, bool, Generator)"/>
    public DataLoader(utils.data.Dataset<Dictionary<string, Tensor>> dataset, int batchSize, IEnumerable<long> shuffler,
        Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = false, bool disposeDataset = true,
        Generator? generator = null)
        : base(dataset, batchSize, (items, _) => Collating.Dictionaries(items), shuffler, device, num_worker, drop_last, disposeBatch,
            disposeDataset, generator, usesDefaultCollate: true)
    {
    }

    /// <inheritdoc cref="DataLoader{T, S}(utils.data.Dataset{T}, int, Func{IEnumerable{T}, Device, S}, bool, Device, int?, int, bool, bool, bool)"/>
    public DataLoader(utils.data.Dataset<Dictionary<string, Tensor>> dataset, int batchSize, bool shuffle = false, Device? device = null,
        int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = false, bool disposeDataset = true,
        Generator? generator = null)
        : base(dataset, batchSize, (items, _) => Collating.Dictionaries(items), shuffle, device, generator ?? SeededBy(seed), num_worker,
            drop_last, disposeBatch, disposeDataset, usesDefaultCollate: true)
    {
    }
}
