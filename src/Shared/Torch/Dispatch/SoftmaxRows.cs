using Qiansi.Torch.Kernels;
using Softmax = Qiansi.Torch.Kernels.Softmax;

namespace Qiansi.Torch.Dispatch;

/// <summary>Softmax and its logarithm along a dimension, and their gradients: tensors to the kernels' (outer, n, inner).</summary>
internal static unsafe class SoftmaxRows
{
    public static Tensor Run(Tensor x, int dim, bool logarithm)
    {
        if (x.type.IsHalf()) return Run(x.Cast(ScalarType.Float32), dim, logarithm).Cast(x.type);
        var from = x.Contiguous();
        var y = Tensor.EmptyLike(from, x.type);
        var (outer, n, inner) = Around(x, dim);
        if (x.type == ScalarType.Float32) Softmax.Forward((float*)from.Data, (float*)y.Data, outer, n, inner, logarithm);
        else Softmax.Forward((double*)from.Data, (double*)y.Data, outer, n, inner, logarithm);
        GC.KeepAlive(from);
        GC.KeepAlive(y);
        return y;
    }

    /// <summary>The gradient of x from y and that of y, outside the graph.</summary>
    public static Tensor Gradient(Tensor y, Tensor grad, int dim, bool logarithm)
    {
        if (y.type.IsHalf()) return Gradient(y.Cast(ScalarType.Float32), grad.Cast(ScalarType.Float32), dim, logarithm).Cast(y.type);
        var (from, g) = (y.Contiguous(), grad.Contiguous());
        var dx = Tensor.EmptyLike(from, y.type);
        var (outer, n, inner) = Around(y, dim);
        if (y.type == ScalarType.Float32) Softmax.Backward((float*)from.Data, (float*)g.Data, (float*)dx.Data, outer, n, inner, logarithm);
        else Softmax.Backward((double*)from.Data, (double*)g.Data, (double*)dx.Data, outer, n, inner, logarithm);
        GC.KeepAlive(from);
        GC.KeepAlive(g);
        GC.KeepAlive(dx);
        return dx;
    }

    private static (long Outer, long N, long Inner) Around(Tensor x, int dim) => x.sizes.Length == 0
        ? (1, 1, 1)
        : (Shape.Count(x.sizes.AsSpan(0, dim)), x.sizes[dim], Shape.Count(x.sizes.AsSpan(dim + 1)));
}
