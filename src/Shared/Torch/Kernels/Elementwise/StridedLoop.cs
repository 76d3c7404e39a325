using System.Numerics;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// Element-wise operations over operands of any strides: neighbouring dimensions that step alike are merged, what is left over one inner loop
/// (with registers where the inner strides are 0 or 1) runs as an outer loop, in parallel when there is enough of it.
/// Strides are in elements, 0 where an operand is broadcast; there may be no dimension (one element).
/// </summary>
internal static unsafe class StridedLoop
{
    private const int Grain = 32768;

    /// <summary>y = f(x), all of the given shape.</summary>
    public static void Unary<T, TOperation>(TOperation operation, ReadOnlySpan<long> shape, T* x, ReadOnlySpan<long> xStrides, T* y, ReadOnlySpan<long> yStrides)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IUnary<T>
    {
        var plan = new StridePlan(shape, xStrides, [], yStrides);
        if (plan.Outer == 1 && plan.InnerA == 1 && plan.InnerY == 1)
        {
            Kernels.Unary.Run(operation, x, y, plan.Inner);
            return;
        }

        ThreadTeam.For(plan.Outer, plan.RowsPer(Grain / TOperation.Cost), (begin, end) =>
        {
            for (var row = begin; row < end; row++)
            {
                plan.Locate(row, out var a, out _, out var to);
                Kernels.Unary.Strided(operation, x + a, plan.InnerA, y + to, plan.InnerY, plan.Inner);
            }
        });
    }

    /// <summary>y = f(a, b), all of the given shape.</summary>
    public static void Binary<T, TOperation>(
        TOperation operation, ReadOnlySpan<long> shape, T* a, ReadOnlySpan<long> aStrides, T* b, ReadOnlySpan<long> bStrides, T* y, ReadOnlySpan<long> yStrides)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IBinary<T>
    {
        var plan = new StridePlan(shape, aStrides, bStrides, yStrides);
        if (plan.Outer == 1 && plan.InnerY == 1 && plan.InnerA is 0 or 1 && plan.InnerB is 0 or 1)
        {
            Kernels.Binary.Run(operation, a, (int)plan.InnerA, b, (int)plan.InnerB, y, plan.Inner);
            return;
        }

        ThreadTeam.For(plan.Outer, plan.RowsPer(Grain / TOperation.Cost), (begin, end) =>
        {
            for (var row = begin; row < end; row++)
            {
                plan.Locate(row, out var left, out var right, out var to);
                Kernels.Binary.Strided(operation, a + left, plan.InnerA, b + right, plan.InnerB, y + to, plan.InnerY, plan.Inner);
            }
        });
    }
}
