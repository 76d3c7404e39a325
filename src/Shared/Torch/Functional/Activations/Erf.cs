using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Functional;

/// <summary>The error function, with its gradient.</summary>
internal static unsafe class Erf
{
    public static Tensor Of(Tensor x)
    {
        var from = (x.type.IsHalf() ? x.Cast(ScalarType.Float32) : x).Contiguous();
        var y = Tensor.EmptyLike(from, from.type);
        if (y.type == ScalarType.Float64) Unary.Run(default(ErrorFunction<double>), (double*)from.Data, (double*)y.Data, y.count);
        else Unary.Run(default(ErrorFunction<float>), (float*)from.Data, (float*)y.Data, y.count);
        GC.KeepAlive(from);
        y = y.Cast(x.type);
        return GradMode.Needs(x) ? new ErfBackward0(x).Attach(y) : y;
    }

    // y = erf x;  ∂x = g · 2/√π · e^(−x²)
    private sealed class ErfBackward0(Tensor x) : UnaryNode(x, x)
    {
        protected override Tensor Backward(Tensor grad, Tensor x) => grad * (x.square().neg().exp() * (2 / Math.Sqrt(Math.PI)));
    }
}
