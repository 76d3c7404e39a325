using System.Numerics;

namespace Qiansi.Torch.RandomNumbers;

/// <summary>
/// Whole numbers: <c>randint</c>, <c>random_</c>. A range below 2^28 takes one draw, a wider one two; the remainder of the division counts,
/// as in libtorch 2.10 (1.13 took one below 2^32).
/// </summary>
internal static class IntegerFill
{
    /// <summary>Fills with numbers from <paramref name="from"/> to below <paramref name="to"/>.</summary>
    /// <typeparam name="T">Any element type; its numbers have to hold the range.</typeparam>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    public static void Fill<T>(CpuGenerator generator, Span<T> values, long from, long to)
        where T : struct, INumberBase<T>
    {
        if (from >= to) throw new ArgumentException($"random_: from ({from}) has to be below to ({to})");
        if (typeof(T) == typeof(float)) (from, to) = Held(from, to, 24, static v => (long)(float)v);
        if (typeof(T) == typeof(double)) (from, to) = Held(from, to, 53, static v => (long)(double)v);
        var range = (ulong)to - (ulong)from;
        if (range >= 1UL << 28)
            foreach (ref var value in values) value = T.CreateTruncating((long)(generator.Next64() % range) + from);
        else
            foreach (ref var value in values) value = T.CreateTruncating((long)(generator.Next() % range) + from);
    }

    /// <summary>
    /// Fills with all of a type's numbers from 0; floating-point types up to the largest below which every whole number exists.
    /// </summary>
    public static void Fill<T>(CpuGenerator generator, Span<T> values)
        where T : struct, INumberBase<T>
    {
        if (typeof(T) == typeof(long))
            foreach (ref var value in values) value = T.CreateTruncating(generator.Next64() & long.MaxValue);
        else if (typeof(T) == typeof(double))
            foreach (ref var value in values) value = T.CreateTruncating(generator.Next64() % ((1UL << 53) + 1));
        else
        {
            var count = typeof(T) == typeof(float) ? (1u << 24) + 1
                : typeof(T) == typeof(int) ? 1u << 31
                : typeof(T) == typeof(short) ? 1u << 15
                : typeof(T) == typeof(byte) ? 1u << 8
                : typeof(T) == typeof(sbyte) ? 1u << 7
                : throw new ArgumentException($"random_ of {typeof(T)} needs a range");
            foreach (ref var value in values) value = T.CreateTruncating(generator.Next() % count);
        }
    }

    /// <summary>Fills with true and false alike.</summary>
    public static void Fill(CpuGenerator generator, Span<bool> values)
    {
        foreach (ref var value in values) value = (generator.Next() & 1) != 0;
    }

    /// <summary>Fills with all 64-bit numbers, negative ones too.</summary>
    public static void FillAllBits(CpuGenerator generator, Span<long> values)
    {
        foreach (ref var value in values) value = (long)generator.Next64();
    }

    /// <summary>The range without ends that the type would round to beyond it.</summary>
    /// <param name="digits">Binary digits of the type's numbers.</param>
    /// <param name="round">The whole number that the type has next to one.</param>
    private static (long From, long To) Held(long from, long to, int digits, Func<long, long> round)
    {
        var (first, last) = (round(from + 1), round(to - 1));
        long Step(long near) => 1L << (BitOperations.Log2((ulong)Math.Abs(near)) - digits + 1);
        return (first < from ? first + Step(from + 1) : from, last >= to ? last - Step(to - 1) : to);
    }
}
