using Qiansi.Torch.Kernels;
using GroupNorm = Qiansi.Torch.Kernels.GroupNorm;

namespace Qiansi.Torch.Functional;

/// <summary>Each group of channels of each sample scaled to mean 0 and variance 1 (Wu and He 2018).</summary>
internal static unsafe class GroupNormalization
{
    public static Tensor Run(Tensor x, long groups, Tensor? weight, Tensor? bias, double eps)
    {
        if (x.type != ScalarType.Float32 || x.count == 0) return Reference(x, groups, weight, bias, eps);
        var from = x.Contiguous();
        var y = Tensor.EmptyLike(from, ScalarType.Float32);
        var (mean, rstd) = (Tensor.Empty([x.sizes[0] * groups], ScalarType.Float32),
            Tensor.Empty([x.sizes[0] * groups], ScalarType.Float32));
        var (gamma, beta) = (weight?.Contiguous(), bias?.Contiguous());
        GroupNorm.Forward(
            (float*)from.Data, gamma is null ? null : (float*)gamma.Data, beta is null ? null : (float*)beta.Data, (float*)y.Data,
            (float*)mean.Data, (float*)rstd.Data, x.sizes[0], groups, x.sizes[1] / groups, Area(x), (float)eps);
        GC.KeepAlive(from);
        GC.KeepAlive(gamma);
        GC.KeepAlive(beta);
        return GradMode.Needs(x, weight, bias) ? new NativeGroupNormBackward0(x, weight, bias, mean, rstd, groups, eps).Attach(y) : y;
    }

    public static Tensor Reference(Tensor x, long groups, Tensor? weight, Tensor? bias, double eps)
    {
        var rows = x.reshape(x.sizes[0], groups, -1);
        var centred = rows - rows.mean(-1, keepdim: true);
        var y = (centred * (centred.square().mean(-1, keepdim: true) + eps).rsqrt()).reshape(x.sizes);
        var shape = new long[x.sizes.Length - 1];
        Array.Fill(shape, 1);
        shape[0] = x.sizes[1];
        if (weight is not null) y *= weight.reshape(shape);
        return bias is null ? y : y + bias.reshape(shape);
    }

    private static long Area(Tensor x) => Shapes.Shape.Count(x.sizes.AsSpan(2));

    private sealed class NativeGroupNormBackward0(Tensor x, Tensor? weight, Tensor? bias, Tensor mean, Tensor rstd, long groups, double eps)
        : NormalizationBackward(x, weight, bias, mean, rstd)
    {
        protected override Tensor Reference(Tensor?[] inputs) =>
            GroupNormalization.Reference(inputs[0]!, groups, inputs[1], inputs[2], eps);

        protected override long[] Parameters(Tensor x) => [x.sizes[1]];

        protected override void Run(Tensor x, float* gamma, float* mean, float* rstd, float* grad, float* dx, float* dGamma,
            float* dBeta) =>
            GroupNorm.Backward((float*)x.Data, gamma, mean, rstd, grad, dx, dGamma, dBeta, x.sizes[0], groups,
                x.sizes[1] / groups, Area(x));
    }
}
