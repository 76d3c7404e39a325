namespace Qiansi.Torch.Functional;

/// <summary>
/// Images and signals in other sizes: each dimension by itself, by indices (nearest) or by a matrix of weights (the others).
/// </summary>
internal static class Interpolation
{
    /// <summary>Which element of n stands at each of so many places.</summary>
    /// <param name="factor">The scale factor, when one was given.</param>
    /// <param name="exact">By the middle of the place, not its start.</param>
    public static Tensor Nearest(long n, long places, double? factor, bool exact)
    {
        // In float32, as PyTorch does, so that ties fall the same way.
        var scale = factor is { } f ? (float)(1.0 / f) : (float)n / places;
        var indices = new long[places];
        for (var i = 0; i < places; i++) indices[i] = Math.Min(n - 1, (long)MathF.Floor(exact ? (i + 0.5f) * scale : i * scale));
        return tensor(indices);
    }

    /// <summary>The matrix (places, n) that takes n elements to so many places on straight lines between them.</summary>
    public static Tensor Linear(long n, long places, double? factor, bool corners, ScalarType type) =>
        Matrix(n, places, factor, corners, type, (at, add) =>
    {
        var x = Math.Max(0, at);
        var left = (long)Math.Floor(x);
        add(left, 1 - (x - left));
        add(left + 1, x - left);
    });

    /// <summary>The same on cubic curves (Keys 1981, with a = −¾).</summary>
    public static Tensor Cubic(long n, long places, double? factor, bool corners, ScalarType type) =>
        Matrix(n, places, factor, corners, type, (at, add) =>
    {
        var left = (long)Math.Floor(at);
        var t = at - left;
        add(left - 1, Far(t + 1));
        add(left, Near(t));
        add(left + 1, Near(1 - t));
        add(left + 2, Far(2 - t));
    });

    private const double A = -0.75;

    private static double Near(double x) => ((((A + 2) * x) - (A + 3)) * x * x) + 1;

    private static double Far(double x) => ((((A * x) - (5 * A)) * x + (8 * A)) * x) - (4 * A);

    private static Tensor Matrix(long n, long places, double? factor, bool corners, ScalarType type,
        Action<double, Action<long, double>> weigh)
    {
        var matrix = new double[places, n];
        var scale = corners ? (places > 1 ? (n - 1.0) / (places - 1) : 0) : factor is { } f ? 1 / f : (double)n / places;
        for (var i = 0; i < places; i++)
        {
            var row = i;
            weigh(corners ? i * scale : ((i + 0.5) * scale) - 0.5, (column, weight) => matrix[row, Math.Clamp(column, 0, n - 1)] += weight);
        }
        return tensor(matrix).to_type(type);
    }
}
