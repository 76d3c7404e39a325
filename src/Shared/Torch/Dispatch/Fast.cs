using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Dispatch;

/// <summary>The vector kernels, for the two types they take.</summary>
internal static unsafe class Fast
{
    /// <summary>Runs a kernel of two operands, each contiguous (1) or one number for all (0), if T is float or double.</summary>
    public static bool Binary<T, TSingle, TDouble>(T* a, int aStride, T* b, int bStride, T* y, long n)
        where T : unmanaged
        where TSingle : struct, IBinary<float>
        where TDouble : struct, IBinary<double>
    {
        if (typeof(T) == typeof(float)) Kernels.Binary.Run(default(TSingle), (float*)a, aStride, (float*)b, bStride, (float*)y, n);
        else if (typeof(T) == typeof(double)) Kernels.Binary.Run(default(TDouble), (double*)a, aStride, (double*)b, bStride, (double*)y, n);
        else return false;
        return true;
    }

    /// <summary>Runs a kernel of one operand, contiguous, if T is float or double.</summary>
    public static bool Unary<T, TSingle, TDouble>(T* x, T* y, long n)
        where T : unmanaged
        where TSingle : struct, IUnary<float>
        where TDouble : struct, IUnary<double>
    {
        if (typeof(T) == typeof(float)) Kernels.Unary.Run(default(TSingle), (float*)x, (float*)y, n);
        else if (typeof(T) == typeof(double)) Kernels.Unary.Run(default(TDouble), (double*)x, (double*)y, n);
        else return false;
        return true;
    }

    /// <summary>
    /// A gradient from that of the result and the result (or the input), in one pass; null where it is to be differentiated itself, or for
    /// what the pass does not take.
    /// </summary>
    public static Tensor? Gradient<TSingle, TDouble>(Tensor grad, Tensor y)
        where TSingle : struct, IBinary<float>
        where TDouble : struct, IBinary<double>
    {
        if (GradMode.Enabled || grad.type != y.type || !grad.rowMajor || !y.rowMajor
            || y.type is not (ScalarType.Float32 or ScalarType.Float64)) return null;
        var x = Tensor.EmptyLike(y, y.type);
        if (y.type == ScalarType.Float32)
            Kernels.Binary.Run(default(TSingle), (float*)grad.Data, 1, (float*)y.Data, 1, (float*)x.Data, y.count);
        else Kernels.Binary.Run(default(TDouble), (double*)grad.Data, 1, (double*)y.Data, 1, (double*)x.Data, y.count);
        GC.KeepAlive(grad);
        GC.KeepAlive(y);
        GC.KeepAlive(x);
        return x;
    }
}
