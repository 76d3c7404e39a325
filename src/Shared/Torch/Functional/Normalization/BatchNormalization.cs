using Qiansi.Torch.Kernels;
using BatchNorm = Qiansi.Torch.Kernels.BatchNorm;

namespace Qiansi.Torch.Functional;

/// <summary>Each channel (dimension 1) scaled to mean 0 and variance 1, over all samples and places (Ioffe and Szegedy 2015).</summary>
internal static unsafe class BatchNormalization
{
    /// <summary>By the batch's own mean and variance; both are also returned, the variance unbiased, for running estimates.</summary>
    public static (Tensor Y, Tensor Mean, Tensor Variance) Train(Tensor x, Tensor? weight, Tensor? bias, double eps)
    {
        var channels = x.sizes[1];
        if (x.type != ScalarType.Float32)
        {
            var (seen, dims) = (x.detach(), Over(x));
            return (Reference(x, weight, bias, eps), seen.mean(dims), seen.var(dims, unbiased: true));
        }
        var from = x.Contiguous();
        var y = Tensor.EmptyLike(from, ScalarType.Float32);
        var (m, r, v) = (Tensor.Empty([channels], ScalarType.Float32), Tensor.Empty([channels], ScalarType.Float32),
            Tensor.Empty([channels], ScalarType.Float32));
        var (gamma, beta) = (weight?.Contiguous(), bias?.Contiguous());
        BatchNorm.Forward(
            (float*)from.Data, gamma is null ? null : (float*)gamma.Data, beta is null ? null : (float*)beta.Data, (float*)y.Data,
            (float*)m.Data, (float*)r.Data, (float*)v.Data, x.sizes[0], channels, Area(x), (float)eps);
        GC.KeepAlive(from);
        GC.KeepAlive(gamma);
        GC.KeepAlive(beta);
        if (GradMode.Needs(x, weight, bias)) y = new NativeBatchNormBackward0(x, weight, bias, m, r, eps).Attach(y);
        return (y, m, v);
    }

    /// <summary>By a given mean and variance: one multiplication and one addition an element.</summary>
    public static Tensor Evaluate(Tensor x, Tensor mean, Tensor variance, Tensor? weight, Tensor? bias, double eps)
    {
        var scale = (variance + eps).rsqrt();
        if (weight is not null) scale *= weight;
        var shift = (bias is null ? 0 : bias) - (mean * scale);
        return (x * AlongChannels(scale, x)) + AlongChannels(shift, x);
    }

    /// <summary>Mean and variance of each channel, and what they make of it.</summary>
    public static Tensor Reference(Tensor x, Tensor? weight, Tensor? bias, double eps)
    {
        var dims = Over(x);
        var centred = x - x.mean(dims, keepdim: true);
        var y = centred * (centred.square().mean(dims, keepdim: true) + eps).rsqrt();
        if (weight is not null) y *= AlongChannels(weight, x);
        return bias is null ? y : y + AlongChannels(bias, x);
    }

    private static long[] Over(Tensor x) => [0, .. Enumerable.Range(2, x.sizes.Length - 2).Select(d => (long)d)];

    private static long Area(Tensor x) => Shapes.Shape.Count(x.sizes.AsSpan(2));

    private static Tensor AlongChannels(Tensor values, Tensor x)
    {
        var shape = new long[x.sizes.Length];
        Array.Fill(shape, 1);
        shape[1] = -1;
        return values.reshape(shape);
    }

    // x̂ = (x − m)·r, y = γ·x̂ + β;  ∂x = γ·r·(g − mean g − x̂·mean(g·x̂)), ∂γ = Σ g·x̂, ∂β = Σ g
    private sealed class NativeBatchNormBackward0(Tensor x, Tensor? weight, Tensor? bias, Tensor mean, Tensor rstd, double eps)
        : NormalizationBackward(x, weight, bias, mean, rstd)
    {
        protected override Tensor Reference(Tensor?[] inputs) => BatchNormalization.Reference(inputs[0]!, inputs[1], inputs[2], eps);

        protected override long[] Parameters(Tensor x) => [x.sizes[1]];

        protected override void Run(Tensor x, float* gamma, float* mean, float* rstd, float* grad, float* dx, float* dGamma,
            float* dBeta) =>
            BatchNorm.Backward((float*)x.Data, gamma, mean, rstd, grad, dx, dGamma, dBeta, x.sizes[0], x.sizes[1], Area(x), training: true);
    }
}
