namespace Qiansi;

public static partial class torch
{
    public static partial class utils
    {
        /// <summary>The loader by its name as a type, <c>new torch.utils.data.DataLoader(…)</c>: inherited by <see cref="data"/>, whose
        /// methods of that name hide it in calls.</summary>
        public abstract class LoaderTypes
        {
            private protected LoaderTypes()
            {
            }

            /// <summary>A loader of items that are dictionaries of tensors.</summary>
            public sealed class DataLoader : Modules.DataLoader
            {
                /// <inheritdoc/>
                public DataLoader(
                    data.Dataset<Dictionary<string, Tensor>> dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null,
                    int num_worker = 1,
                    bool drop_last = false, bool disposeBatch = false, bool disposeDataset = true, Generator? generator = null)
                    : base(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset, generator)
                {
                }

                /// <inheritdoc/>
                public DataLoader(
                    data.Dataset<Dictionary<string, Tensor>> dataset, int batchSize, bool shuffle = false, Device? device = null,
                    int? seed = null,
                    int num_worker = 1, bool drop_last = false, bool disposeBatch = false, bool disposeDataset = true,
                    Generator? generator = null)
                    : base(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset, generator)
                {
                }
            }
        }
    }
}
