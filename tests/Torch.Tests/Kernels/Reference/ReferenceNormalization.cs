using System.Numerics;
using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Tests.Kernels.Reference;

/// <summary>
/// Normalisation as it is defined, for every kind: element (s, j) belongs to set s = set(i); gamma and beta to parameter p = parameter(i).
/// Layer, batch and group normalisation differ in these two maps only.
/// </summary>
internal static unsafe class ReferenceNormalization
{
    public static void Forward<T>(
        T* x, T* gamma, T* beta, T* y, T* mean, T* rstd, long count, long sets, Func<long, long> set, Func<long, long> parameter, T eps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long s = 0; s < sets; s++)
        {
            T sum = T.Zero, squares = T.Zero;
            long n = 0;
            for (long i = 0; i < count; i++)
            {
                if (set(i) != s) continue;
                sum += x[i];
                n++;
            }

            var m = sum / T.CreateTruncating(n);
            for (long i = 0; i < count; i++)
            {
                if (set(i) == s) squares += (x[i] - m) * (x[i] - m);
            }

            (mean[s], rstd[s]) = (m, T.One / T.Sqrt(squares / T.CreateTruncating(n) + eps));
            for (long i = 0; i < count; i++)
            {
                if (set(i) == s) y[i] = (x[i] - m) * rstd[s] * gamma[parameter(i)] + beta[parameter(i)];
            }
        }
    }

    public static void Backward<T>(T* x, T* gamma, T* mean, T* rstd, T* dy, T* dx, T* dgamma, T* dbeta, long count, long sets,
        Func<long, long> set, Func<long, long> parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long i = 0; i < count; i++)
        {
            dgamma[parameter(i)] += dy[i] * (x[i] - mean[set(i)]) * rstd[set(i)];
            dbeta[parameter(i)] += dy[i];
        }

        for (long s = 0; s < sets; s++)
        {
            T sum = T.Zero, along = T.Zero, n = T.Zero;
            for (long i = 0; i < count; i++)
            {
                if (set(i) != s) continue;
                var g = dy[i] * gamma[parameter(i)];
                sum += g;
                along += g * (x[i] - mean[s]) * rstd[s];
                n += T.One;
            }

            for (long i = 0; i < count; i++)
            {
                if (set(i) == s) dx[i] = rstd[s] * (dy[i] * gamma[parameter(i)] - sum / n - (x[i] - mean[s]) * rstd[s] * along / n);
            }
        }
    }
}
