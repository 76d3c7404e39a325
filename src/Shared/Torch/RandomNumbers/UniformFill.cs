using System.Numerics;

namespace Qiansi.Torch.RandomNumbers;

/// <summary>Uniform numbers: <c>rand</c>, <c>uniform_</c>. Of float32 24 bits of one draw, of float64 53 bits of two.</summary>
internal static class UniformFill
{
    private const int Block = 512;

    /// <summary>Fills with numbers from <paramref name="from"/> to below <paramref name="to"/> (which rounding may reach).</summary>
    /// <exception cref="ArgumentException">
    /// <paramref name="from"/> is above <paramref name="to"/>, or their difference is not finite.
    /// </exception>
    public static void Fill(CpuGenerator generator, Span<float> values, double from = 0, double to = 1)
    {
        Check(from, to, float.MaxValue);
        float low = (float)from, width = (float)to - low;
        Span<uint> draws = stackalloc uint[Block];
        for (; values.Length > 0; values = values[Math.Min(Block, values.Length)..])
        {
            var block = values[..Math.Min(Block, values.Length)];
            generator.Fill(draws[..block.Length]);
            var i = 0;
            for (; i <= block.Length - Vector<uint>.Count; i += Vector<uint>.Count)
            {
                var unit = Vector.ConvertToSingle(
                    Vector.AsVectorInt32(new Vector<uint>(draws[i..]) & new Vector<uint>(0xFFFFFF))) * new Vector<float>(1f / 0x1000000);
                Vector.FusedMultiplyAdd(unit, new Vector<float>(width), new Vector<float>(low)).CopyTo(block[i..]);
            }

            for (; i < block.Length; i++) block[i] = MathF.FusedMultiplyAdd((draws[i] & 0xFFFFFF) * (1f / 0x1000000), width, low);
        }
    }

    /// <inheritdoc cref="Fill(CpuGenerator, Span{float}, double, double)"/>
    public static void Fill(CpuGenerator generator, Span<double> values, double from = 0, double to = 1)
    {
        Check(from, to, double.MaxValue);
        var width = to - from;
        foreach (ref var value in values) value = Math.FusedMultiplyAdd(generator.NextDouble(), width, from);
    }

    /// <summary>One number of a type with few bits.</summary>
    /// <param name="generator">The source.</param>
    /// <param name="bits">The bits of the type's fraction: so many of the draw count.</param>
    /// <param name="from">The smallest, as the type has it.</param>
    /// <param name="to">Above the largest.</param>
    public static float Next(CpuGenerator generator, int bits, float from, float to)
    {
        Check(from, to, float.MaxValue);
        return MathF.FusedMultiplyAdd((generator.Next() & ((1u << bits) - 1)) / (float)(1u << bits), to - from, from);
    }

    private static void Check(double from, double to, double largest)
    {
        if (!(from <= to)) throw new ArgumentException($"uniform_: from ({from}) is above to ({to})");
        if (!(to - from <= largest))
            throw new ArgumentException(
                $"uniform_: the range from {from} to {to} is wider than the largest number of the type ({largest})");
    }
}
