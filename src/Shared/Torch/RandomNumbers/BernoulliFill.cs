using System.Numerics;

namespace Qiansi.Torch.RandomNumbers;

/// <summary>Ones with a given probability, else zeros: <c>bernoulli</c>, <c>bernoulli_</c>, and the masks of dropout.</summary>
/// <remarks>
/// PyTorch built with Intel's MKL draws <c>bernoulli_(p)</c> with one number for all from MKL's generator instead: its masks differ. Ours
/// are those of builds without MKL, such as Debian's.
/// </remarks>
internal static class BernoulliFill
{
    private const int Block = 256;

    /// <summary>One probability for all: 53 bits each.</summary>
    /// <exception cref="ArgumentException">The probability is not from 0 to 1.</exception>
    public static void Fill<T>(CpuGenerator generator, Span<T> values, double probability)
        where T : struct, INumberBase<T>
    {
        Check(probability);
        // u·2^−53 < p as integers, u < ⌈p·2^53⌉, and without a branch that is guessed wrong half of the time.
        var threshold = (ulong)Math.Ceiling(probability * (1UL << 53));
        T[] outcomes = [T.Zero, T.One];
        Span<uint> draws = stackalloc uint[2 * Block];
        for (; values.Length > 0; values = values[Math.Min(Block, values.Length)..])
        {
            var block = values[..Math.Min(Block, values.Length)];
            generator.Fill(draws[..(2 * block.Length)]);
            for (var i = 0; i < block.Length; i++)
            {
                var bits = (((ulong)draws[2 * i] << 32) | draws[2 * i + 1]) & ((1UL << 53) - 1);
                block[i] = outcomes[(int)((bits - threshold) >> 63)];
            }
        }
    }

    /// <summary>A probability for each value, in float32: 24 bits each.</summary>
    /// <inheritdoc cref="Fill{T}(CpuGenerator, Span{T}, double)" path="/exception"/>
    public static void Fill<T>(CpuGenerator generator, Span<T> values, ReadOnlySpan<float> probabilities)
        where T : struct, INumberBase<T>
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(probabilities[i]);
            values[i] = generator.NextSingle() < probabilities[i] ? T.One : T.Zero;
        }
    }

    /// <summary>A probability for each value, in float64: 53 bits each.</summary>
    /// <inheritdoc cref="Fill{T}(CpuGenerator, Span{T}, double)" path="/exception"/>
    public static void Fill<T>(CpuGenerator generator, Span<T> values, ReadOnlySpan<double> probabilities)
        where T : struct, INumberBase<T>
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(probabilities[i]);
            values[i] = generator.NextDouble() < probabilities[i] ? T.One : T.Zero;
        }
    }

    private static void Check(double probability)
    {
        if (!(probability >= 0 && probability <= 1))
            throw new ArgumentException($"bernoulli: a probability is from 0 to 1, not {probability}");
    }
}
