namespace Qiansi.Tensors.Comparing;

/// <summary>How two tensors of one shape differ.</summary>
/// <param name="Count">How many elements they have.</param>
/// <param name="Looked">How many were compared.</param>
/// <param name="Beyond">How many of those differ by more than atol + rtol·|second|.</param>
/// <param name="Mean">The mean absolute difference of the finite ones.</param>
/// <param name="Relative">The largest difference as a part of the second value.</param>
/// <param name="Largest">The largest differences, the largest first; empty when all are equal.</param>
internal sealed record Comparison(long Count, long Looked, long Beyond, double Mean, double Relative, IReadOnlyList<Difference> Largest)
{
    private const int Most = 5;
    private const int Stretch = 512;

    /// <summary>Whether only a part was compared.</summary>
    public bool IsSampled => Looked < Count;

    /// <summary>Compares element by element; of large tensors stretches spread evenly.</summary>
    public static Comparison Of(Tensor first, Tensor second, double rtol, double atol)
    {
        var count = first.count;
        var stretches = count > Statistics.ExactUpTo ? (int)(Statistics.ExactUpTo / Stretch / 4) : (int)((count + Stretch - 1) / Stretch);
        var isSampled = count > Statistics.ExactUpTo;
        double[] a = new double[Stretch], b = new double[Stretch];
        var largest = new PriorityQueue<(long At, double A, double B), (double Apart, long Before)>();
        long looked = 0, beyond = 0, finite = 0;
        double sum = 0, relative = 0;
        for (var s = 0; s < stretches; s++)
        {
            var start = isSampled ? (long)((Int128)count * s / stretches) : (long)s * Stretch;
            var length = (int)Math.Min(Stretch, count - start);
            InOrder(first, start, a.AsSpan(0, length));
            InOrder(second, start, b.AsSpan(0, length));
            looked += length;
            for (var i = 0; i < length; i++)
            {
                var apart = Difference.Of(a[i], b[i]);
                if (double.IsFinite(apart)) (sum, finite) = (sum + apart, finite + 1);
                if (apart == 0) continue;
                if (!(apart <= atol + (rtol * Math.Abs(b[i])))) beyond++;
                relative = Math.Max(relative, apart / Math.Abs(b[i]));
                if (largest.Count == Most && largest.TryPeek(out _, out var least) && apart <= least.Apart) continue;
                largest.Enqueue((start + i, a[i], b[i]), (apart, -(start + i)));
                if (largest.Count > Most) largest.Dequeue();
            }
        }

        List<Difference> found = [];
        while (largest.TryDequeue(out var worst, out _)) found.Insert(0, new Difference(Unravel(worst.At, first.sizes), worst.A, worst.B));
        return new Comparison(count, looked, beyond, finite == 0 ? double.NaN : sum / finite, relative, found);
    }

    /// <summary>Reads elements in row-major order of the shape, whatever the strides.</summary>
    private static void InOrder(Tensor tensor, long start, Span<double> into)
    {
        var inner = tensor.sizes.Length == 0 ? 1 : tensor.sizes[^1];
        var stride = tensor.sizes.Length == 0 ? 1 : tensor.strides[^1];
        while (into.Length > 0)
        {
            var index = Unravel(start, tensor.sizes);
            var place = tensor.offset;
            for (var d = 0; d < index.Length; d++) place += index[d] * tensor.strides[d];
            var within = index.Length == 0 ? 0 : index[^1];
            var length = (int)Math.Min(inner - within, into.Length);
            Elements.Read(tensor, place, stride, into[..length]);
            into = into[length..];
            start += length;
        }
    }

    private static long[] Unravel(long number, long[] sizes)
    {
        var index = new long[sizes.Length];
        for (var d = sizes.Length - 1; d >= 0; d--) (number, index[d]) = Math.DivRem(number, sizes[d]);
        return index;
    }
}
