using System.Numerics;

namespace Qiansi.Torch.RandomNumbers;

/// <summary>Indices drawn by weight: <c>multinomial</c>.</summary>
internal static class Multinomial
{
    /// <summary>Draws indices, each independent of the others: a uniform number is looked up in the running sums of the weights.</summary>
    /// <param name="generator">The source.</param>
    /// <param name="weights">One row; not negative, not all zero; they need not sum to 1.</param>
    /// <param name="indices">As many as are wanted.</param>
    /// <exception cref="ArgumentException">The weights are no distribution.</exception>
    public static void WithReplacement<T>(CpuGenerator generator, ReadOnlySpan<T> weights, Span<long> indices)
        where T : struct, IFloatingPointIeee754<T>
    {
        Check(weights);
        var sums = new T[weights.Length];
        var sum = T.Zero;
        for (var i = 0; i < weights.Length; i++) sums[i] = sum += weights[i];
        for (var i = 0; i < weights.Length; i++) sums[i] /= sum;
        sums[^1] = T.One;
        foreach (ref var index in indices) index = FirstNotBelow(sums, generator.NextDouble());
    }

    /// <summary>
    /// Draws different indices: those of the largest quotients of weight and an exponentially distributed number, largest first.
    /// </summary>
    /// <inheritdoc cref="WithReplacement{T}" path="/param"/>
    /// <exception cref="ArgumentException">The weights are no distribution, or fewer than the indices.</exception>
    public static void WithoutReplacement<T>(CpuGenerator generator, ReadOnlySpan<T> weights, Span<long> indices)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (indices.Length > weights.Length)
            throw new ArgumentException(
                $"multinomial: {indices.Length} different indices cannot be drawn from {weights.Length}; draw fewer, or set "
                    + "replacement: true");
        Check(weights);
        var keys = new T[weights.Length];
        var order = new int[weights.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            var exponential = T.CreateTruncating(-Math.Log(1 - generator.NextDouble()));
            (keys[i], order[i]) = (weights[i] / exponential, i);
        }

        Array.Sort(order, (a, b) => keys[b].CompareTo(keys[a]) is var c and not 0 ? c : a.CompareTo(b));
        for (var i = 0; i < indices.Length; i++) indices[i] = order[i];
    }

    private static int FirstNotBelow<T>(T[] sums, double value)
        where T : struct, IFloatingPointIeee754<T>
    {
        int low = 0, high = sums.Length;
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (double.CreateTruncating(sums[middle]) < value) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static void Check<T>(ReadOnlySpan<T> weights)
        where T : struct, IFloatingPointIeee754<T>
    {
        var sum = T.Zero;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!T.IsFinite(weights[i]) || weights[i] < T.Zero)
                throw new ArgumentException($"multinomial: weight {i} is {weights[i]}; weights are finite and not negative");
            sum += weights[i];
        }

        if (!(sum > T.Zero)) throw new ArgumentException($"multinomial: all {weights.Length} weights are 0");
    }
}
