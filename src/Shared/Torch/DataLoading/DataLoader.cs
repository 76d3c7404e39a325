using System.Collections;
using Qiansi.Torch.DataLoading;
using Qiansi.Torch.RandomNumbers;

namespace Qiansi.Modules;

/// <summary>Batches of a data set's items: <c>foreach (var batch in loader)</c>. For the same seed the order is PyTorch's.</summary>
/// <typeparam name="T">An item.</typeparam>
/// <typeparam name="S">A batch.</typeparam>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    private readonly utils.data.Dataset<T> _dataset;
    private readonly int _batchSize;
    private readonly Func<IEnumerable<T>, Device, S> _collate;
    private readonly IEnumerable<long> _order;
    private readonly Device _device;
    private readonly int _workers;
    private readonly bool _dropLast, _disposeBatch, _disposeDataset, _usesDefaultCollate;
    private readonly Generator? _generator;

    /// <summary>A loader that takes items in an order of its own.</summary>
    /// <param name="dataset">The items.</param>
    /// <param name="batchSize">So many a batch.</param>
    /// <param name="collate_fn">Joins items to a batch.</param>
    /// <param name="shuffler">The order: a sampler, or any numbers.</param>
    /// <param name="device">Where batches are: the CPU.</param>
    /// <param name="num_worker">
    /// With more than 1, so many batches are made ahead, each on a thread of its own; their order stays. What a data set draws from the
    /// default generator then comes in no certain order.
    /// </param>
    /// <param name="drop_last">Whether a last batch that is smaller is left out.</param>
    /// <param name="disposeBatch">
    /// Whether a batch's tensors are disposed when the next one is taken. Not needed for memory to stay flat.
    /// </param>
    /// <param name="disposeDataset">Whether the data set is disposed with the loader.</param>
    /// <param name="generator">The source of the default generator's draws that PyTorch makes at each pass.</param>
    /// <exception cref="ArgumentException">The batch size is below 1, or the number of workers negative.</exception>
    public DataLoader(utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler,
        Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = false, bool disposeDataset = true,
        Generator? generator = null)
        : this(dataset, batchSize, collate_fn, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset, generator,
            usesDefaultCollate: false)
    {
    }

    /// <summary>A loader that takes items in their order, or shuffled anew at each pass.</summary>
    /// <param name="dataset">The items.</param>
    /// <param name="batchSize">So many a batch.</param>
    /// <param name="collate_fn">Joins items to a batch.</param>
    /// <param name="shuffle">Whether items come in random order.</param>
    /// <param name="device">Where batches are: the CPU.</param>
    /// <param name="seed">
    /// The seed of a generator of the loader's own; without one each pass draws a seed from the default generator.
    /// </param>
    /// <param name="num_worker">
    /// With more than 1, so many batches are made ahead, each on a thread of its own; their order stays. What a data set draws from the
    /// default generator then comes in no certain order.
    /// </param>
    /// <param name="drop_last">Whether a last batch that is smaller is left out.</param>
    /// <param name="disposeBatch">
    /// Whether a batch's tensors are disposed when the next one is taken. Not needed for memory to stay flat.
    /// </param>
    /// <param name="disposeDataset">Whether the data set is disposed with the loader.</param>
    /// <inheritdoc cref="DataLoader{T, S}(utils.data.Dataset{T}, int, Func{IEnumerable{T}, Device, S}, IEnumerable{long}, Device, int, bool, bool, bool, Generator)" path="/exception"/>
    public DataLoader(utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false,
        Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = false,
        bool disposeDataset = true)
        : this(dataset, batchSize, collate_fn, shuffle, device, SeededBy(seed), num_worker, drop_last, disposeBatch, disposeDataset,
            usesDefaultCollate: false)
    {
    }

    private protected DataLoader(utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate, bool shuffle,
        Device? device, Generator? generator, int workers, bool dropLast, bool disposeBatch, bool disposeDataset, bool usesDefaultCollate)
        : this(dataset, batchSize, collate,
            shuffle ? new utils.data.RandomSampler(dataset.Count, generator: generator) : new utils.data.SequentialSampler(dataset.Count),
            device, workers, dropLast, disposeBatch, disposeDataset, generator, usesDefaultCollate)
    {
    }

    private protected DataLoader(utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate,
        IEnumerable<long> order, Device? device, int workers, bool dropLast, bool disposeBatch, bool disposeDataset, Generator? generator,
        bool usesDefaultCollate)
    {
        if (batchSize < 1) throw new ArgumentException($"DataLoader: a batch has at least one item, not {batchSize}");
        if (workers < 0) throw new ArgumentException($"DataLoader: a number of workers is not negative, as {workers} is");
        (_dataset, _batchSize, _collate, _order, _device) = (dataset, batchSize, collate, order, device ?? CPU);
        (_workers, _dropLast, _disposeBatch, _disposeDataset, _generator, _usesDefaultCollate) = (Math.Max(1, workers), dropLast,
            disposeBatch, disposeDataset, generator, usesDefaultCollate);
    }

    /// <summary>The items.</summary>
    public utils.data.Dataset<T> dataset => _dataset;

    /// <summary>So many items a batch.</summary>
    public int batch_size => _batchSize;

    /// <summary>Whether a last batch that is smaller is left out.</summary>
    public bool drop_last => _dropLast;

    /// <summary>The order of the items.</summary>
    public IEnumerable<long> sampler => _order;

    /// <summary>How many batches are made ahead.</summary>
    public int num_workers => _workers;

    /// <summary>What joins items to a batch.</summary>
    public Func<IEnumerable<T>, Device, S> collate_fn => _collate;

    /// <summary>The number of batches of a pass.</summary>
    public long Count
    {
        get
        {
            var items = _order is utils.data.Sampler sampler ? sampler.Count : _dataset.Count;
            return _dropLast ? items / _batchSize : (items + _batchSize - 1) / _batchSize;
        }
    }

    /// <summary>Begins a pass.</summary>
    public IEnumerator<S> GetEnumerator()
    {
        // PyTorch draws a seed for its workers at each pass, also without workers, and before the sampler draws: what is drawn later
        // depends on it.
        Sampling.Seed(_generator ?? Generator.Default);
        return Pass();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Disposes the data set, unless the loader was told not to.</summary>
    public void Dispose()
    {
        if (_disposeDataset) _dataset.Dispose();
        GC.SuppressFinalize(this);
    }

    internal static Generator? SeededBy(int? seed) => seed is { } value ? new Generator((ulong)value) : null;

    private IEnumerator<S> Pass()
    {
        var batches = new utils.data.BatchSampler(_order, _batchSize, _dropLast);
        foreach (var batch in _workers > 1 ? Prefetching.Ahead(batches, Make, _workers) : batches.Select(Make))
        {
            yield return batch;
            if (_disposeBatch) DisposeBatch(batch);
        }
    }

    private S Make(long[] indices)
    {
        if (_usesDefaultCollate && _dataset is IBatchSource<S> { CanGetBatch: true } source) return source.GetBatch(indices);
        var items = new T[indices.Length];
        for (var i = 0; i < items.Length; i++) items[i] = _dataset.GetTensor(indices[i]);
        return _collate(items, _device);
    }

    private static void DisposeBatch(S batch)
    {
        switch (batch)
        {
            case IDictionary<string, Tensor> tensors:
                foreach (var tensor in tensors.Values) tensor.Dispose();
                break;
            case IEnumerable<Tensor> tensors:
                foreach (var tensor in tensors) tensor.Dispose();
                break;
            case IDisposable disposable: disposable.Dispose(); break;
        }
    }
}
