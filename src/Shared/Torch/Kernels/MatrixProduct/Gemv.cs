using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// Products where one operand is a vector: limited by memory, so each element of the matrix is read once, along its rows.
/// </summary>
internal static unsafe class Gemv
{
    private const long Grain = 65536;

    /// <summary>
    /// Whether the product is one this class computes: a single column, or a single row times a matrix whose columns are contiguous.
    /// </summary>
    public static bool Suits(long m, long n, long bRow, long bCol, long aCol, long cRow) => (n == 1 && aCol == 1) || (m == 1 && bRow == 1);

    /// <summary>Arguments as in <see cref="Gemm.Run{T}"/>.</summary>
    public static void Run<T>(long m, long n, long k, T alpha, T* a, long aRow, long aCol, T* b, long bRow, long bCol, bool add,
        T* c, long cRow)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // A single row is the product of the transposes.
        if (n == 1 && aCol == 1) Dots(m, k, alpha, a, aRow, b, bRow, add, c, cRow);
        else Dots(n, k, alpha, b, bCol, a, aCol, add, c, 1);
    }

    private static void Dots<T>(long rows, long k, T alpha, T* matrix, long row, T* vector, long step, bool add, T* result, long resultStep)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (step != 1 && k > 1)
        {
            var copy = Scratch.Get<T>(ScratchSlot.PackedB, k);
            for (long i = 0; i < k; i++) copy[i] = vector[i * step];
            vector = copy;
        }

        ThreadTeam.For(rows, Math.Max(1, Grain / k), (begin, end) =>
        {
            for (var i = begin; i < end; i++)
            {
                var sum = alpha * Reduce.Dot(matrix + i * row, vector, k);
                result[i * resultStep] = add ? result[i * resultStep] + sum : sum;
            }
        });
    }
}
