using Qiansi.Torch.RandomNumbers;

namespace Qiansi;

public static partial class torch
{
    public static partial class utils
    {
        public abstract partial class data
        {
            /// <summary>Cuts a data set in random order into parts of given lengths; the same seed gives PyTorch's parts.</summary>
            /// <param name="dataset">The data set.</param>
            /// <param name="lengths">Their sum is the number of items.</param>
            /// <param name="generator">The source; the default one when null.</param>
            /// <exception cref="ArgumentException">The lengths do not sum up to the number of items.</exception>
            public static Modules.Subset<T>[] random_split<T>(Dataset<T> dataset, IReadOnlyList<long> lengths, Generator? generator = null)
            {
                if (lengths.Any(n => n < 0) || lengths.Sum() != dataset.Count)
                    throw new ArgumentException(
                        $"random_split: the lengths {string.Join(", ", lengths)} do not sum up to the {dataset.Count} items of the "
                            + "data set");
                var order = Sampling.Permutation(dataset.Count, generator ?? Generator.Default);
                var parts = new Modules.Subset<T>[lengths.Count];
                long from = 0;
                for (var i = 0; i < parts.Length; i++)
                {
                    parts[i] = new Modules.Subset<T>(dataset, order[(int)from..(int)(from + lengths[i])]);
                    from += lengths[i];
                }

                return parts;
            }

            /// <summary>
            /// Cuts a data set in random order into parts of given shares; what rounding leaves goes one by one to the first parts.
            /// </summary>
            /// <param name="dataset">The data set.</param>
            /// <param name="shares">Each from 0 to 1; their sum is 1.</param>
            /// <param name="generator">The source; the default one when null.</param>
            /// <exception cref="ArgumentException">The shares do not sum up to 1.</exception>
            public static Modules.Subset<T>[] random_split<T>(Dataset<T> dataset, IReadOnlyList<double> shares, Generator? generator = null)
            {
                var sum = shares.Sum();
                if (shares.Any(s => !(s is >= 0 and <= 1)) || !(sum <= 1 && sum >= 1 - 1e-9))
                    throw new ArgumentException(
                        $"random_split: the shares {string.Join(", ", shares)} do not sum up to 1 (their sum is {sum:R})");
                long[] lengths = [.. shares.Select(s => (long)Math.Floor(dataset.Count * s))];
                var left = dataset.Count - lengths.Sum();
                for (var i = 0; i < left; i++) lengths[i % lengths.Length]++;
                return random_split(dataset, lengths, generator);
            }
        }
    }
}
