using System.Collections;
using Qiansi.Torch.RandomNumbers;

namespace Qiansi;

public static partial class torch
{
    public static partial class utils
    {
        public abstract partial class data
        {
            /// <summary>Numbers of items, in the order in which they are to be taken; anew at each enumeration.</summary>
            public abstract class Sampler : IEnumerable<long>
            {
                /// <summary>How many numbers an enumeration gives.</summary>
                public abstract long Count { get; }

                /// <inheritdoc/>
                public abstract IEnumerator<long> GetEnumerator();

                IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
            }

            /// <summary>0, 1, 2, ….</summary>
            /// <param name="count">How many.</param>
            public sealed class SequentialSampler(long count) : Sampler
            {
                /// <inheritdoc/>
                public override long Count => count;

                /// <inheritdoc/>
                public override IEnumerator<long> GetEnumerator()
                {
                    for (long i = 0; i < count; i++) yield return i;
                }
            }

            /// <summary>
            /// Random order, another one at each enumeration. Without a generator each enumeration draws a seed from the default one, as
            /// PyTorch does.
            /// </summary>
            /// <param name="count">The number of items.</param>
            /// <param name="replacement">Whether a number can come twice.</param>
            /// <param name="num_samples">How many numbers; <paramref name="count"/> when null.</param>
            /// <param name="generator">The source.</param>
            public sealed class RandomSampler(long count, bool replacement = false, long? num_samples = null,
                Generator? generator = null) : Sampler
            {
                /// <summary>PyTorch draws with replacement so many at once.</summary>
                private const int Block = 32;

                /// <inheritdoc/>
                public override long Count { get; } = num_samples is null or > 0
                    ? num_samples ?? count
                    : throw new ArgumentException($"RandomSampler: num_samples has to be above 0, not {num_samples}");

                /// <inheritdoc/>
                public override IEnumerator<long> GetEnumerator()
                {
                    if (count == 0) yield break;
                    var source = generator ?? new Generator((ulong)Sampling.Seed(Generator.Default));
                    if (replacement)
                    {
                        for (var left = Count; left > 0; left -= Block)
                            foreach (var number in randint(count, [Math.Min(left, Block)], generator: source).ToArray<long>())
                                yield return number;
                        yield break;
                    }

                    for (var round = 0; round < Count / count; round++)
                        foreach (var number in Sampling.Permutation(count, source)) yield return number;
                    // The rest comes from one more order, which PyTorch draws also when nothing is left.
                    foreach (var number in Sampling.Permutation(count, source).Take((int)(Count % count))) yield return number;
                }
            }

            /// <summary>Given numbers in random order.</summary>
            /// <param name="indices">The numbers.</param>
            /// <param name="generator">The source; the default one when null.</param>
            public sealed class SubsetRandomSampler(IReadOnlyList<long> indices, Generator? generator = null) : Sampler
            {
                /// <inheritdoc/>
                public override long Count => indices.Count;

                /// <inheritdoc/>
                public override IEnumerator<long> GetEnumerator()
                {
                    foreach (var i in Sampling.Permutation(indices.Count, generator ?? Generator.Default)) yield return indices[(int)i];
                }
            }

            /// <summary>Numbers drawn by weight: rare classes more often.</summary>
            /// <param name="weights">A weight for each item; they need not sum to 1.</param>
            /// <param name="num_samples">How many numbers.</param>
            /// <param name="replacement">Whether a number can come twice.</param>
            /// <param name="generator">The source; the default one when null.</param>
            public sealed class WeightedRandomSampler(IReadOnlyList<double> weights, long num_samples, bool replacement = true,
                Generator? generator = null) : Sampler
            {
                /// <inheritdoc/>
                public override long Count => num_samples;

                /// <inheritdoc/>
                public override IEnumerator<long> GetEnumerator() => multinomial(tensor(weights.ToArray()), num_samples, replacement,
                    generator).ToArray<long>().AsEnumerable().GetEnumerator();
            }

            /// <summary>Numbers in batches.</summary>
            /// <param name="sampler">The numbers.</param>
            /// <param name="batch_size">So many a batch.</param>
            /// <param name="drop_last">Whether a last batch that is smaller is left out.</param>
            public sealed class BatchSampler(IEnumerable<long> sampler, int batch_size, bool drop_last = false) : IEnumerable<long[]>
            {
                private readonly int _size = batch_size > 0
                    ? batch_size : throw new ArgumentException($"BatchSampler: a batch has at least one item, not {batch_size}");

                /// <inheritdoc/>
                public IEnumerator<long[]> GetEnumerator() =>
                    sampler.Chunk(_size).Where(batch => batch.Length == _size || !drop_last).GetEnumerator();

                IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
            }
        }
    }
}
