namespace Qiansi.Torch.Kernels;

/// <summary>A shape with the strides of up to three operands, reduced to one inner loop and as few outer dimensions as possible.</summary>
internal sealed class StridePlan
{
    private readonly long[] _shape, _a, _b, _y;

    /// <param name="shape">Sizes; a 0 makes <see cref="Outer"/> or <see cref="Inner"/> 0.</param>
    /// <param name="aStrides">One stride a dimension; empty for an operand that is not there (as for the others).</param>
    public StridePlan(ReadOnlySpan<long> shape, ReadOnlySpan<long> aStrides, ReadOnlySpan<long> bStrides, ReadOnlySpan<long> yStrides)
    {
        List<long> sizes = [], a = [], b = [], y = [];
        for (var d = 0; d < shape.Length; d++)
        {
            long sa = At(aStrides, d), sb = At(bStrides, d), sy = At(yStrides, d), n = shape[d];
            if (n == 1) continue;
            var last = sizes.Count - 1;
            if (last >= 0 && a[last] == sa * n && b[last] == sb * n && y[last] == sy * n)
            {
                sizes[last] *= n;
                (a[last], b[last], y[last]) = (sa, sb, sy);
                continue;
            }

            sizes.Add(n);
            a.Add(sa);
            b.Add(sb);
            y.Add(sy);
        }

        if (sizes.Count > 0)
        {
            Inner = sizes[^1];
            (InnerA, InnerB, InnerY) = (a[^1], b[^1], y[^1]);
        }
        else
        {
            (Inner, InnerA, InnerB, InnerY) = (1, 1, 1, 1);
        }

        var outer = Math.Max(0, sizes.Count - 1);
        (_shape, _a, _b, _y) = ([.. sizes.Take(outer)], [.. a.Take(outer)], [.. b.Take(outer)], [.. y.Take(outer)]);
        Outer = _shape.Aggregate(1L, (p, n) => p * n);
    }

    /// <summary>How many inner loops there are.</summary>
    public long Outer { get; }

    /// <summary>The length of the inner loop.</summary>
    public long Inner { get; }

    public long InnerA { get; }

    public long InnerB { get; }

    public long InnerY { get; }

    /// <summary>How many inner loops make up about that many elements.</summary>
    public long RowsPer(int elements) => Math.Max(1, elements / Math.Max(1, Inner));

    /// <summary>Where inner loop number <paramref name="row"/> starts in each operand.</summary>
    public void Locate(long row, out long a, out long b, out long y)
    {
        (a, b, y) = (0, 0, 0);
        for (var d = _shape.Length - 1; d >= 0; d--)
        {
            (row, var index) = Math.DivRem(row, _shape[d]);
            a += index * _a[d];
            b += index * _b[d];
            y += index * _y[d];
        }
    }

    private static long At(ReadOnlySpan<long> strides, int d) => strides.Length == 0 ? 0 : strides[d];
}
