using System.Numerics;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// Group normalisation of contiguous (batch, groups · width, area): each group of channels of each sample by itself (Wu and He, 2018).
/// gamma and beta are per channel, or null.
/// </summary>
internal static unsafe class GroupNorm
{
    /// <param name="width">Channels a group.</param>
    /// <param name="mean">batch · groups numbers, kept for the backward pass, as rstd.</param>
    public static void Forward<T>(T* x, T* gamma, T* beta, T* y, T* mean, T* rstd, long batch, long groups, long width, long area, T eps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var n = width * area;
        if (n == 0) return;
        var count = T.CreateTruncating(n);
        ThreadTeam.For(batch * groups, Math.Max(1, 8192 / n), (begin, end) =>
        {
            for (var g = begin; g < end; g++)
            {
                var from = x + g * n;
                var m = Reduce.Sum(from, n) / count;
                var r = T.One / T.Sqrt(Reduce.SquaredDeviation(from, m, n) / count + eps);
                (mean[g], rstd[g]) = (m, r);
                for (long w = 0; w < width; w++)
                {
                    var c = g % groups * width + w;
                    var scale = gamma == null ? r : gamma[c] * r;
                    Unary.Part(new Affine<T>(scale, (beta == null ? T.Zero : beta[c]) - m * scale), from + w * area,
                        y + g * n + w * area, area);
                }
            }
        });
    }

    /// <summary>Gradients; those that are null are left out.</summary>
    public static void Backward<T>(T* x, T* gamma, T* mean, T* rstd, T* dy, T* dx, T* dgamma, T* dbeta, long batch, long groups,
        long width, long area)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var n = width * area;
        if (n == 0) return;
        // A thread takes whole groups of channels, over all samples: the sums for gamma and beta are its own.
        ThreadTeam.For(groups, Math.Max(1, 8192 / Math.Max(1, n * batch)), (begin, end) =>
        {
            for (var group = begin; group < end; group++)
            {
                for (long w = 0; w < width; w++)
                {
                    if (dgamma != null) dgamma[group * width + w] = T.Zero;
                    if (dbeta != null) dbeta[group * width + w] = T.Zero;
                }

                for (long b = 0; b < batch; b++) Sample(b * groups + group, group);
            }
        });

        void Sample(long g, long group)
        {
            T m = mean[g], r = rstd[g], sum = T.Zero, along = T.Zero;
            for (long w = 0; w < width; w++)
            {
                long c = group * width + w, at = g * n + w * area;
                T s = Reduce.Sum(dy + at, area), p = Reduce.Blocked(new CenteredProductOf<T>(m), x + at, dy + at, area) * r;
                if (dgamma != null) dgamma[c] += p;
                if (dbeta != null) dbeta[c] += s;
                var factor = gamma == null ? T.One : gamma[c];
                (sum, along) = (sum + factor * s, along + factor * p);
            }

            if (dx == null) return;
            var count = T.CreateTruncating(n);
            var slope = -r * r * along / count;
            var offset = -r * sum / count - slope * m;
            for (long w = 0; w < width; w++)
            {
                var at = g * n + w * area;
                var scale = gamma == null ? r : gamma[group * width + w] * r;
                Binary.Part(new Affine2<T>(scale, slope, offset), dy + at, 1, x + at, 1, dx + at, area);
            }
        }
    }
}
