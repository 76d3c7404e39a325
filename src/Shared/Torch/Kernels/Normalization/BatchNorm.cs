using System.Numerics;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// Batch normalisation of contiguous (batch, channels, area): each channel over batch and area (Ioffe and Szegedy, 2015).
/// Per channel, parameters and statistics; gamma null means 1, beta null means 0.
/// </summary>
internal static unsafe class BatchNorm
{
    /// <summary>
    /// Training: y, the mean and rstd = 1/√(biased variance + eps) of each channel, and the unbiased variance for the running estimate.
    /// </summary>
    public static void Forward<T>(T* x, T* gamma, T* beta, T* y, T* mean, T* rstd, T* unbiasedVariance, long batch, long channels,
        long area, T eps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var count = batch * area;
        if (count == 0) return;
        ForChannels(channels, count, c =>
        {
            var m = Total(new SumOf<T>(), x, x, batch, channels, area, c) / T.CreateTruncating(count);
            var squares = Total(new SquaredDeviationOf<T>(m), x, x, batch, channels, area, c);
            var r = T.One / T.Sqrt(squares / T.CreateTruncating(count) + eps);
            (mean[c], rstd[c], unbiasedVariance[c]) = (m, r, squares / T.CreateTruncating(Math.Max(1, count - 1)));
            Apply(x, y, batch, channels, area, c, gamma == null ? r : gamma[c] * r, m, beta == null ? T.Zero : beta[c]);
        });
    }

    /// <summary>Evaluation: y from a given mean and variance of each channel.</summary>
    public static void Evaluate<T>(T* x, T* gamma, T* beta, T* y, T* mean, T* variance, long batch, long channels, long area, T eps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ForChannels(channels, batch * area, c =>
        {
            var r = T.One / T.Sqrt(variance[c] + eps);
            Apply(x, y, batch, channels, area, c, gamma == null ? r : gamma[c] * r, mean[c], beta == null ? T.Zero : beta[c]);
        });

    /// <summary>Gradients after <see cref="Forward{T}"/>; those that are null are left out.</summary>
    /// <param name="training">False after <see cref="Evaluate{T}"/>: mean and rstd are constants.</param>
    public static void Backward<T>(T* x, T* gamma, T* mean, T* rstd, T* dy, T* dx, T* dgamma, T* dbeta, long batch, long channels,
        long area, bool training)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var count = T.CreateTruncating(batch * area);
        ForChannels(channels, batch * area, c =>
        {
            T m = mean[c], r = rstd[c];
            var sum = Total(new SumOf<T>(), dy, dy, batch, channels, area, c);
            var along = Total(new CenteredProductOf<T>(m), x, dy, batch, channels, area, c) * r;
            if (dgamma != null) dgamma[c] = along;
            if (dbeta != null) dbeta[c] = sum;
            if (dx == null) return;
            var scale = gamma == null ? r : gamma[c] * r;
            // dx = scale·(dy - sum/count - x̂·along/count) as a·dy + b·x + d.
            var slope = training ? -scale * r * along / count : T.Zero;
            var operation = new Affine2<T>(scale, slope, training ? -scale * sum / count - slope * m : T.Zero);
            for (long b = 0; b < batch; b++)
            {
                var at = (b * channels + c) * area;
                Binary.Part(operation, dy + at, 1, x + at, 1, dx + at, area);
            }
        });
    }

    private static void ForChannels(long channels, long count, Action<long> channel) =>
        ThreadTeam.For(channels, Math.Max(1, 16384 / Math.Max(1, count)), (begin, end) =>
        {
            for (var c = begin; c < end; c++) channel(c);
        });

    private static T Total<T, TTerm>(TTerm term, T* x, T* y, long batch, long channels, long area, long c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTerm : struct, ITerm<T>
    {
        var sum = T.Zero;
        for (long b = 0; b < batch; b++)
        {
            var at = (b * channels + c) * area;
            sum += Reduce.Blocked(term, x + at, y + at, area);
        }

        return sum;
    }

    private static void Apply<T>(T* x, T* y, long batch, long channels, long area, long c, T scale, T mean, T shift)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var operation = new Affine<T>(scale, shift - mean * scale);
        for (long b = 0; b < batch; b++)
        {
            var at = (b * channels + c) * area;
            Unary.Part(operation, x + at, y + at, area);
        }
    }
}
