namespace Qiansi;

public static partial class torch
{
    public static partial class utils
    {
        public abstract partial class data
        {
            /// <summary>A loader of items that are dictionaries of tensors, in an order of its own.</summary>
            public static new Modules.DataLoader DataLoader(Dataset<Dictionary<string, Tensor>> dataset, int batchSize,
                IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = false,
                bool disposeDataset = true, Generator? generator = null) =>
                new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset, generator);

            /// <summary>A loader of items that are dictionaries of tensors.</summary>
            public static new Modules.DataLoader DataLoader(Dataset<Dictionary<string, Tensor>> dataset, int batchSize,
                bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false,
                bool disposeBatch = false, bool disposeDataset = true, Generator? generator = null) =>
                new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset, generator);

            /// <summary>A loader of items that are lists of tensors, in an order of its own.</summary>
            public static new Modules.IterableDataLoader DataLoader(Dataset<IList<Tensor>> dataset, int batchSize,
                IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = false,
                bool disposeDataset = true, Generator? generator = null) =>
                new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset, generator);

            /// <summary>A loader of items that are lists of tensors.</summary>
            public static new Modules.IterableDataLoader DataLoader(Dataset<IList<Tensor>> dataset, int batchSize, bool shuffle = false,
                Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = false,
                bool disposeDataset = true, Generator? generator = null) =>
                new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset, generator);
        }
    }
}
