using System.Numerics;
using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Tests.Kernels.Reference;

/// <summary>
/// Attention as it is defined, for one head of contiguous rows; the gradient by the chain rule through every probability.
/// </summary>
internal static unsafe class ReferenceAttention
{
    public static T[] Probabilities<T>(long queries, long keys, long width, bool causal, T scale, T* q, T* k, T* mask)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var p = new T[queries * keys];
        for (long i = 0; i < queries; i++)
        {
            var max = T.NegativeInfinity;
            for (long j = 0; j < keys; j++)
            {
                var dot = T.Zero;
                for (long d = 0; d < width; d++) dot += q[i * width + d] * k[j * width + d];
                p[i * keys + j] = causal && j > i ? T.NegativeInfinity : scale * dot + (mask == null ? T.Zero : mask[i * keys + j]);
                max = T.Max(max, p[i * keys + j]);
            }

            var sum = T.Zero;
            for (long j = 0; j < keys; j++) sum += p[i * keys + j] = T.IsNegativeInfinity(max) ? T.Zero : T.Exp(p[i * keys + j] - max);
            for (long j = 0; j < keys; j++) p[i * keys + j] = sum == T.Zero ? T.Zero : p[i * keys + j] / sum;
        }

        return p;
    }

    public static void Forward<T>(long queries, long keys, long width, long valueWidth, T[] p, T* v, T* o)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long i = 0; i < queries; i++)
        {
            for (long d = 0; d < valueWidth; d++)
            {
                o[i * valueWidth + d] = T.Zero;
                for (long j = 0; j < keys; j++) o[i * valueWidth + d] += p[i * keys + j] * v[j * valueWidth + d];
            }
        }
    }

    public static void Backward<T>(
        long queries, long keys, long width, long valueWidth, T scale, T[] p, T* q, T* k, T* v, T* dO, T* dQ, T* dK, T* dV)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long i = 0; i < queries; i++)
        {
            var dp = new T[keys];
            var along = T.Zero;
            for (long j = 0; j < keys; j++)
            {
                for (long d = 0; d < valueWidth; d++)
                {
                    dp[j] += dO[i * valueWidth + d] * v[j * valueWidth + d];
                    dV[j * valueWidth + d] += p[i * keys + j] * dO[i * valueWidth + d];
                }

                along += p[i * keys + j] * dp[j];
            }

            for (long j = 0; j < keys; j++)
            {
                var ds = scale * p[i * keys + j] * (dp[j] - along);
                for (long d = 0; d < width; d++)
                {
                    dQ[i * width + d] += ds * k[j * width + d];
                    dK[j * width + d] += ds * q[i * width + d];
                }
            }
        }
    }
}
