namespace Qiansi;

public static partial class torch
{
    /// <summary>What helps around tensors.</summary>
    public static partial class utils
    {
        /// <summary>Data sets, samplers, and the loader that makes batches of them.</summary>
        public abstract partial class data : LoaderTypes
        {
            private data()
            {
            }

            /// <summary>A data set: so many items, each of them there by its number.</summary>
            /// <typeparam name="T">
            /// An item: a dictionary of tensors, a list of them, or anything that a collate function can join.
            /// </typeparam>
            public abstract class Dataset<T> : IDisposable
            {
                /// <summary>The number of items.</summary>
                public abstract long Count { get; }

                /// <summary>An item. Loaders with several workers ask for different items at the same time.</summary>
                /// <param name="index">From 0 to <see cref="Count"/> − 1.</param>
                public abstract T GetTensor(long index);

                /// <summary>Lets go what the data set holds.</summary>
                public void Dispose()
                {
                    Dispose(true);
                    GC.SuppressFinalize(this);
                }

                /// <summary>Lets go what the data set holds.</summary>
                protected virtual void Dispose(bool disposing)
                {
                }

                /// <summary>Checks an item's number.</summary>
                /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
                protected void CheckIndex(long index)
                {
                    if (index < 0 || index >= Count)
                        throw new ArgumentOutOfRangeException(nameof(index), index,
                            $"{GetType().Name}: items are numbered from 0 to {Count - 1}");
                }
            }

            /// <summary>A data set whose items are tensors with names, <c>{"data": …, "label": …}</c>.</summary>
            public abstract class Dataset : Dataset<Dictionary<string, Tensor>>
            {
            }

            /// <summary>A data set whose items are lists of tensors.</summary>
            public abstract class IterableDataset : Dataset<IList<Tensor>>
            {
            }

            /// <summary>Tensors side by side: item i is row i of each.</summary>
            public static Modules.TensorDataset TensorDataset(params Tensor[] tensors) => new(tensors);

            /// <summary>Items of a data set, by their numbers.</summary>
            public static Modules.Subset<T> Subset<T>(Dataset<T> dataset, IReadOnlyList<long> indices) => new(dataset, indices);
        }
    }
}
