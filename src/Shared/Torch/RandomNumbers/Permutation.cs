using System.Numerics;

namespace Qiansi.Torch.RandomNumbers;

/// <summary>Random orders: <c>randperm</c>.</summary>
internal static class Permutation
{
    private const int Block = 256;

    /// <summary>Fills with 0, 1, … in random order (Fisher and Yates), each place one draw but the last.</summary>
    public static void Fill<T>(CpuGenerator generator, Span<T> values)
        where T : struct, INumberBase<T>
    {
        for (var i = 0; i < values.Length; i++) values[i] = T.CreateTruncating(i);
        Span<uint> draws = stackalloc uint[Block];
        for (var start = 0; start < values.Length - 1; start += Block)
        {
            var drawn = draws[..Math.Min(Block, values.Length - 1 - start)];
            generator.Fill(drawn);
            for (var k = 0; k < drawn.Length; k++)
            {
                var i = start + k;
                var other = i + (int)(drawn[k] % (uint)(values.Length - i));
                (values[i], values[other]) = (values[other], values[i]);
            }
        }
    }
}
