using Named = System.Collections.Generic.Dictionary<string, TorchSharp.torch.Tensor>;

namespace Qiansi.TorchBridge;

/// <summary>Data sets' parts, and loaders whose order is PyTorch's at each pass and whose batches stay usable.</summary>
public static class Loading
{
    extension(utils.data)
    {
        /// <summary>Batches of a data set.</summary>
        /// <param name="seed">Where the order starts; each pass goes on from there.</param>
        public static Modules.DataLoader<Named, Named> DataLoader(utils.data.Dataset<Named> dataset, int batchSize, bool shuffle = false,
            Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = false,
            bool disposeDataset = true, Generator? generator = null) =>
            new(dataset, batchSize, Batch,
                new Sampling(dataset.Count, shuffle, null, generator ?? (seed is { } s ? new Generator((ulong)s) : null)),
                device, num_worker, drop_last, disposeBatch, disposeDataset);

        /// <summary>Batches of a data set in a given order.</summary>
        public static Modules.DataLoader<Named, Named> DataLoader(utils.data.Dataset<Named> dataset, int batchSize,
            IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = false,
            bool disposeDataset = true) =>
            new(dataset, batchSize, Batch, new Sampling(dataset.Count, false, shuffler, null), device, num_worker, drop_last,
                disposeBatch, disposeDataset);

        /// <summary>Batches of a data set.</summary>
        public static Modules.DataLoader<Named, Named> DataLoader_as_pytorch(utils.data.Dataset<Named> dataset, int batchSize,
            bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false,
            bool disposeBatch = false, bool disposeDataset = true, Generator? generator = null) =>
            DataLoader(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset, generator);

        /// <summary>Batches of a data set in a given order.</summary>
        public static Modules.DataLoader<Named, Named> DataLoader_as_pytorch(utils.data.Dataset<Named> dataset, int batchSize,
            IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = false,
            bool disposeDataset = true) =>
            DataLoader(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset);

        /// <summary>Deals the items of a data set out at random.</summary>
        /// <param name="lengths">Sizes of the parts.</param>
        /// <exception cref="ArgumentException">They do not sum up to the items.</exception>
        public static Subset<T>[] random_split<T>(utils.data.Dataset<T> dataset, IReadOnlyList<long> lengths, Generator? generator = null)
        {
            if (lengths.Any(n => n < 0) || lengths.Sum() != dataset.Count)
                throw new ArgumentException(
                    $"random_split: the lengths {string.Join(", ", lengths)} do not sum up to the {dataset.Count} items of the data set");
            var order = Sampling.Permutation(dataset.Count, generator ?? Generator.Default);
            var ends = lengths.Select((n, i) => (From: lengths.Take(i).Sum(), Length: n));
            return [.. ends.Select(e => new Subset<T>(dataset, order[(int)e.From..(int)(e.From + e.Length)]))];
        }
    }

    private static Named Batch(IEnumerable<Named> items, Device device)
    {
        Named[] all = [.. items];
        return all[0].Keys.ToDictionary(name => name, name => stack([.. all.Select(item => item[name])]).to(device));
    }
}

/// <summary>Some items of a data set.</summary>
/// <param name="dataset">The whole.</param>
/// <param name="indices">Which.</param>
public sealed class Subset<T>(utils.data.Dataset<T> dataset, IReadOnlyList<long> indices) : utils.data.Dataset<T>
{
    /// <summary>The whole.</summary>
    public utils.data.Dataset<T> dataset { get; } = dataset;

    /// <summary>Which.</summary>
    public IReadOnlyList<long> indices { get; } = indices;

    /// <inheritdoc/>
    public override long Count => indices.Count;

    /// <inheritdoc/>
    public override T GetTensor(long index) => dataset.GetTensor(indices[(int)index]);
}
