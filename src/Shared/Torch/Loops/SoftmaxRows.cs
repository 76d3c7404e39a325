using System.Numerics;
using static Qiansi.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Qiansi.Torch.Loops;

/// <summary>Softmax and its logarithm along a dimension.</summary>
internal static unsafe class SoftmaxRows
{
    public static Tensor Run(Tensor x, int dim, bool logarithm)
    {
        if (x.type.IsHalf()) return Run(x.Cast(ScalarType.Float32), dim, logarithm).Cast(x.type);
        if (x.count == 0) return x.Copy();
        using var mode = no_grad();
        var rows = x.sizes.Length == 0 ? x : Rows.Last(x, dim);
        var y = Tensor.Empty(rows.sizes, x.type);
        var n = x.sizes.Length == 0 ? 1 : (int)rows.sizes[^1];
        if (x.type == ScalarType.Float32) Run((float*)rows.Data, (float*)y.Data, x.count / n, n, logarithm);
        else Run((double*)rows.Data, (double*)y.Data, x.count / n, n, logarithm);
        GC.KeepAlive(rows);
        GC.KeepAlive(y);
        return x.sizes.Length == 0 || dim == x.sizes.Length - 1 ? y : y.transpose(dim, -1).Contiguous();
    }

    private static void Run<T>(T* x, T* y, long rows, int n, bool logarithm) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (long r = 0; r < rows; r++)
        {
            var from = new ReadOnlySpan<T>(x + (r * n), n);
            var to = new Span<T>(y + (r * n), n);
            var top = TensorPrimitives.Max(from);
            TensorPrimitives.Subtract(from, top, to);
            if (logarithm)
            {
                var sum = T.Zero;
                for (var i = 0; i < n; i++) sum += T.Exp(to[i]);
                TensorPrimitives.Subtract(to, T.Log(sum), to);
            }
            else
            {
                TensorPrimitives.Exp(to, to);
                TensorPrimitives.Divide(to, TensorPrimitives.Sum<T>(to), to);
            }
        }
    }
}
