using Qiansi.Torch.Autograd;
using Qiansi.Torch.Kernels;
using static Qiansi.torch;

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

    private sealed class NativeLayerNormBackward0(Tensor x, Tensor? weight, Tensor? bias, Tensor mean, Tensor rstd, int dims, double eps) : FusedNode(x, weight, bias)
    {
        private Saved mean = new(mean), rstd = new(rstd);

        protected override Tensor Reference(Tensor?[] inputs) => LayerNormalization.Reference(inputs[0]!, dims, inputs[1], inputs[2], eps);

        protected override void Gradient(Tensor grad, Tensor?[] result)
        {
            var (x, g, gamma) = (Input(0)!.Contiguous(), grad.Contiguous(), Input(1)?.Contiguous());
            var (m, r, n) = (mean.Value, rstd.Value, Width(x, dims));
            if (Needs(0)) result[0] = Tensor.EmptyLike(x, ScalarType.Float32);
            if (Needs(1)) result[1] = Tensor.Empty(x.sizes[^dims..], ScalarType.Float32);
            if (Needs(2)) result[2] = Tensor.Empty(x.sizes[^dims..], ScalarType.Float32);
            LayerNorm.Backward(
                (float*)x.Data, gamma is null ? null : (float*)gamma.Data, (float*)m.Data, (float*)r.Data, (float*)g.Data,
                Pointer(result[0]), Pointer(result[1]), Pointer(result[2]), x.count / n, n);
            GC.KeepAlive(x);
            GC.KeepAlive(g);
            GC.KeepAlive(gamma);
            GC.KeepAlive(m);
            GC.KeepAlive(r);
        }

        private static float* Pointer(Tensor? tensor) => tensor is null ? null : (float*)tensor.Data;

        protected internal override void Release()
        {
            base.Release();
            Saved.Release(ref mean, ref rstd);
        }
    }
}
