using System.Numerics;
using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Tests.Kernels.Reference;

/// <summary>The matrix product as it is defined; what <see cref="Gemm"/> computes, in plain loops.</summary>
internal static unsafe class ReferenceGemm
{
    /// <summary>C = alpha·A·B + beta·C; arguments as in <see cref="Gemm.Run{T}"/>.</summary>
    public static void Run<T>(
        long m, long n, long k, T alpha, T* a, long aRow, long aCol, T* b, long bRow, long bCol, T beta, T* c, long cRow)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long i = 0; i < m; i++)
        {
            for (long j = 0; j < n; j++)
            {
                var sum = T.Zero;
                for (long p = 0; p < k; p++) sum += a[i * aRow + p * aCol] * b[p * bRow + j * bCol];
                c[i * cRow + j] = alpha * sum + (beta == T.Zero ? T.Zero : beta * c[i * cRow + j]);
            }
        }
    }
}
