using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// Layer normalisation of contiguous rows: y = (x - mean)·rstd·gamma + beta, rstd = 1/√(variance + eps), the variance over n (Ba et al.,
/// 2016).
/// </summary>
internal static unsafe class LayerNorm
{
    private const long Grain = 8192;

    /// <summary>Rows are summed up in this many groups for the parameters' gradients, whatever the number of threads.</summary>
    private const int Groups = 16;

    /// <param name="gamma">n scales, or null for 1.</param>
    /// <param name="beta">n shifts, or null for 0.</param>
    /// <param name="mean">One a row, kept for the backward pass.</param>
    /// <param name="rstd">One a row, kept for the backward pass.</param>
    public static void Forward<T>(T* x, T* gamma, T* beta, T* y, T* mean, T* rstd, long rows, long n, T eps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (n == 0) return;
        var count = T.CreateTruncating(n);
        ThreadTeam.For(rows, Math.Max(1, Grain / n), (begin, end) =>
        {
            for (var row = begin; row < end; row++)
            {
                var from = x + row * n;
                var m = Reduce.Sum(from, n) / count;
                var r = T.One / T.Sqrt(Reduce.SquaredDeviation(from, m, n) / count + eps);
                (mean[row], rstd[row]) = (m, r);
                if (gamma == null && beta == null) Unary.Part(new Affine<T>(r, -m * r), from, y + row * n, n);
                else Normalize(from, m, r, gamma, beta, y + row * n, n);
            }
        });
    }

    /// <summary>Gradients of x, gamma and beta; those that are null are left out. dgamma and dbeta are overwritten.</summary>
    public static void Backward<T>(T* x, T* gamma, T* mean, T* rstd, T* dy, T* dx, T* dgamma, T* dbeta, long rows, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (n == 0) return;
        var groups = Math.Min(Groups, Math.Max(1, rows));
        var memory = new T[groups * 2 * n];
        fixed (T* sums = memory)
        {
            var partial = sums;
            ThreadTeam.For(groups, Math.Max(1, Grain * groups / Math.Max(1, rows * n)), (first, last) =>
            {
                for (var group = first; group < last; group++)
                {
                    T* dg = partial + group * 2 * n, db = dg + n;
                    for (var row = rows * group / groups; row < rows * (group + 1) / groups; row++)
                    {
                        var at = row * n;
                        Row(x + at, gamma, mean[row], rstd[row], dy + at, dx == null ? null : dx + at, dg, db, n);
                    }
                }
            });
            for (long group = 1; group < groups; group++)
                Binary.Run(default(Add<T>), partial, 1, partial + group * 2 * n, 1, partial, 2 * n);
            if (dgamma != null) new Span<T>(partial, (int)n).CopyTo(new Span<T>(dgamma, (int)n));
            if (dbeta != null) new Span<T>(partial + n, (int)n).CopyTo(new Span<T>(dbeta, (int)n));
        }
    }

    private static void Normalize<T>(T* x, T mean, T rstd, T* gamma, T* beta, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (SimdWidth.Bits)
        {
            case 512: Normalize<T, Vec512<T>>(x, mean, rstd, gamma, beta, y, n); break;
            case 256: Normalize<T, Vec256<T>>(x, mean, rstd, gamma, beta, y, n); break;
            case 128: Normalize<T, Vec128<T>>(x, mean, rstd, gamma, beta, y, n); break;
            default: Normalize<T, Vec1<T>>(x, mean, rstd, gamma, beta, y, n); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Normalize<T, V>(T* x, T mean, T rstd, T* gamma, T* beta, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        V scale = V.Broadcast(rstd), shift = V.Broadcast(-mean * rstd);
        long i = 0;
        for (; i + V.Count <= n; i += V.Count)
        {
            var value = V.Fma(V.Load(x + i), scale, shift);
            if (gamma != null) value = value * V.Load(gamma + i);
            if (beta != null) value = value + V.Load(beta + i);
            value.Store(y + i);
        }

        for (; i < n; i++) y[i] = (x[i] * rstd - mean * rstd) * (gamma == null ? T.One : gamma[i]) + (beta == null ? T.Zero : beta[i]);
    }

    private static void Row<T>(T* x, T* gamma, T mean, T rstd, T* dy, T* dx, T* dgamma, T* dbeta, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (SimdWidth.Bits)
        {
            case 512: Row<T, Vec512<T>>(x, gamma, mean, rstd, dy, dx, dgamma, dbeta, n); break;
            case 256: Row<T, Vec256<T>>(x, gamma, mean, rstd, dy, dx, dgamma, dbeta, n); break;
            case 128: Row<T, Vec128<T>>(x, gamma, mean, rstd, dy, dx, dgamma, dbeta, n); break;
            default: Row<T, Vec1<T>>(x, gamma, mean, rstd, dy, dx, dgamma, dbeta, n); break;
        }
    }

    /// <summary>dx = rstd·(g - Σg/n - x̂·Σ(g·x̂)/n) with g = dy·gamma; adds dy·x̂ to dgamma and dy to dbeta.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row<T, V>(T* x, T* gamma, T mean, T rstd, T* dy, T* dx, T* dgamma, T* dbeta, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        V scale = V.Broadcast(rstd), shift = V.Broadcast(-mean * rstd), sum = V.Zero, product = V.Zero;
        long i = 0;
        for (; i + V.Count <= n; i += V.Count)
        {
            V d = V.Load(dy + i), xhat = V.Fma(V.Load(x + i), scale, shift);
            V.Fma(d, xhat, V.Load(dgamma + i)).Store(dgamma + i);
            (V.Load(dbeta + i) + d).Store(dbeta + i);
            var g = gamma == null ? d : d * V.Load(gamma + i);
            sum = sum + g;
            product = V.Fma(g, xhat, product);
        }

        T total = V.Sum(sum), along = V.Sum(product);
        for (var j = i; j < n; j++)
        {
            T xhat = (x[j] - mean) * rstd, g = gamma == null ? dy[j] : dy[j] * gamma[j];
            dgamma[j] += dy[j] * xhat;
            dbeta[j] += dy[j];
            total += g;
            along += g * xhat;
        }

        if (dx == null) return;
        var count = T.CreateTruncating(n);
        (total, along) = (total / count, along / count);
        V offset = V.Broadcast(total), slope = V.Broadcast(along);
        for (i = 0; i + V.Count <= n; i += V.Count)
        {
            V d = V.Load(dy + i), xhat = V.Fma(V.Load(x + i), scale, shift);
            var g = gamma == null ? d : d * V.Load(gamma + i);
            (scale * (g - offset - xhat * slope)).Store(dx + i);
        }

        for (; i < n; i++) dx[i] = rstd * ((gamma == null ? dy[i] : dy[i] * gamma[i]) - total - (x[i] - mean) * rstd * along);
    }
}
