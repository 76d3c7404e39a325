using System.Numerics;

namespace Qiansi.Torch.Operations;

/// <summary>Elements combined where an index sends them together.</summary>
internal static class ScatterReduction
{
    /// <summary>y[i][index[i][j][k]][k] = f(that, src[i][j][k]), for dim 1, one element after the other.</summary>
    /// <param name="y">Rows to combine into; it is written.</param>
    public static void Run(Tensor y, int dim, Tensor index, Tensor src, string reduce)
    {
        if (y.type.IsFloating()) Run<double>(y, dim, index, src, reduce);
        else Run<long>(y, dim, index, src, reduce);
    }

    private static void Run<T>(Tensor y, int dim, Tensor index, Tensor src, string reduce) where T : unmanaged, INumber<T>
    {
        Func<T, T, T> f = reduce switch { "prod" => (a, b) => a * b, "amax" => T.Max, _ => T.Min };
        T[] to = y.ToArray<T>(), from = src.ToArray<T>();
        var at = index.ToArray<long>();
        var strides = Shape.RowMajor(y.sizes);
        for (long i = 0; i < at.Length; i++)
        {
            long rest = i, place = 0;
            for (var d = index.sizes.Length - 1; d >= 0; d--)
            {
                (rest, var k) = Math.DivRem(rest, index.sizes[d]);
                place += (d == dim ? at[i] : k) * strides[d];
            }

            to[place] = f(to[place], from[i]);
        }

        using var all = from_array(to).reshape(y.sizes);
        y.copy_(all.to_type(y.type));
    }
}
