using System.Numerics;

namespace Qiansi.Torch.RandomNumbers;

/// <summary>Random orders: <c>randperm</c>.</summary>
internal static class Permutation
{
    /// <summary>Fills with 0, 1, … in random order (Fisher and Yates), each place one draw but the last.</summary>
    public static void Fill<T>(CpuGenerator generator, Span<T> values)
        where T : struct, INumberBase<T>
    {
        for (var i = 0; i < values.Length; i++) values[i] = T.CreateTruncating(i);
        for (var i = 0; i < values.Length - 1; i++)
        {
            var other = i + (int)(generator.Next() % (uint)(values.Length - i));
            (values[i], values[other]) = (values[other], values[i]);
        }
    }
}
