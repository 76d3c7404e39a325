using Qiansi.Torch.Kernels;
using LayerNorm = Qiansi.Torch.Kernels.LayerNorm;

namespace Qiansi.Torch.Functional;

/// <summary>The last dimensions of each sample scaled to mean 0 and variance 1 (Ba et al. 2016).</summary>
internal static unsafe class LayerNormalization
{
    public static Tensor Run(Tensor x, int dims, Tensor? weight, Tensor? bias, double eps)
    {
        if (x.type != ScalarType.Float32 || x.count == 0) return Reference(x, dims, weight, bias, eps);
        var n = Width(x, dims);
        var rows = x.count / n;
        var from = x.Contiguous();
        var y = Tensor.EmptyLike(from, ScalarType.Float32);
        var (mean, rstd) = (Tensor.Empty([rows], ScalarType.Float32), Tensor.Empty([rows], ScalarType.Float32));
        var (gamma, beta) = (weight?.Contiguous(), bias?.Contiguous());
        LayerNorm.Forward(
            (float*)from.Data, gamma is null ? null : (float*)gamma.Data, beta is null ? null : (float*)beta.Data, (float*)y.Data,
            (float*)mean.Data, (float*)rstd.Data, rows, n, (float)eps);
        GC.KeepAlive(from);
        GC.KeepAlive(gamma);
        GC.KeepAlive(beta);
        return GradMode.Needs(x, weight, bias) ? new NativeLayerNormBackward0(x, weight, bias, mean, rstd, dims, eps).Attach(y) : y;
    }

    public static Tensor Reference(Tensor x, int dims, Tensor? weight, Tensor? bias, double eps)
    {
        var over = Enumerable.Range(1, dims).Select(d => (long)-d).ToArray();
        var centred = x - x.mean(over, keepdim: true);
        var y = centred * (centred.square().mean(over, keepdim: true) + eps).rsqrt();
        if (weight is not null) y *= weight;
        return bias is null ? y : y + bias;
    }

    private static long Width(Tensor x, int dims) => Shapes.Shape.Count(x.sizes.AsSpan(x.sizes.Length - dims));

    private sealed class NativeLayerNormBackward0(Tensor x, Tensor? weight, Tensor? bias, Tensor mean, Tensor rstd, int dims, double eps)
        : NormalizationBackward(x, weight, bias, mean, rstd)
    {
        protected override Tensor Reference(Tensor?[] inputs) => LayerNormalization.Reference(inputs[0]!, dims, inputs[1], inputs[2], eps);

        protected override long[] Parameters(Tensor x) => x.sizes[^dims..];

        protected override void Run(Tensor x, float* gamma, float* mean, float* rstd, float* grad, float* dx, float* dGamma,
            float* dBeta) =>
            LayerNorm.Backward((float*)x.Data, gamma, mean, rstd, grad, dx, dGamma, dBeta, x.count / Width(x, dims), Width(x, dims));
    }
}
