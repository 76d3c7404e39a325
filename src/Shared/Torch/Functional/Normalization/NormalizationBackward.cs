namespace Qiansi.Torch.Functional;

/// <summary>The gradients of a normalisation with weights, in one piece: what the kinds of it share.</summary>
internal abstract unsafe class NormalizationBackward : FusedNode
{
    private Saved mean, rstd;

    private protected NormalizationBackward(Tensor x, Tensor? weight, Tensor? bias, Tensor mean, Tensor rstd) : base(x, weight, bias) =>
        (this.mean, this.rstd) = (new(mean), new(rstd));

    /// <summary>The shape of weight and bias.</summary>
    protected abstract long[] Parameters(Tensor x);

    /// <summary>Calls the kernel; null where a gradient is not asked for.</summary>
    protected abstract void Run(Tensor x, float* gamma, float* mean, float* rstd, float* grad, float* dx, float* dGamma, float* dBeta);

    protected override void Gradient(Tensor grad, Tensor?[] result)
    {
        var (x, g, gamma) = (Input(0)!.Contiguous(), grad.Contiguous(), Input(1)?.Contiguous());
        var (m, r) = (mean.Value, rstd.Value);
        if (Needs(0)) result[0] = Tensor.EmptyLike(x, ScalarType.Float32);
        if (Needs(1)) result[1] = Tensor.Empty(Parameters(x), ScalarType.Float32);
        if (Needs(2)) result[2] = Tensor.Empty(Parameters(x), ScalarType.Float32);
        Run(x, Pointer(gamma), Pointer(m), Pointer(r), Pointer(g), Pointer(result[0]), Pointer(result[1]), Pointer(result[2]));
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
