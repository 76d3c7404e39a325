using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Functional;

/// <summary>x·Wᵀ + b of rows: one matrix product that adds to the bias, and two for the gradients.</summary>
internal static unsafe class LinearLayer
{
    public static Tensor Run(Tensor x, Tensor w, Tensor? b)
    {
        if (x.type != ScalarType.Float32) return Reference(x, w, b);
        var (rows, inputs, outputs) = (x.count / Math.Max(1, w.sizes[1]), w.sizes[1], w.sizes[0]);
        var y = Tensor.Empty([.. x.sizes[..^1], outputs], ScalarType.Float32);
        var (from, bias) = (x.Contiguous(), b?.Contiguous());
        if (bias is not null) Repeat((float*)bias.Data, (float*)y.Data, rows, outputs);
        Gemm.Run(rows, outputs, inputs, 1f, (float*)from.Data, inputs, 1, (float*)w.Data, w.strides[1], w.strides[0],
            bias is null ? 0f : 1f, (float*)y.Data, outputs);
        GC.KeepAlive(from);
        GC.KeepAlive(w);
        GC.KeepAlive(bias);
        return GradMode.Needs(x, w, b) ? new AddmmBackward0(x, w, b).Attach(y) : y;
    }

    public static Tensor Reference(Tensor x, Tensor w, Tensor? b) => b is null ? x.matmul(w.t()) : x.matmul(w.t()) + b;

    private static void Repeat(float* row, float* y, long rows, long n)
    {
        for (long i = 0; i < rows; i++) Buffer.MemoryCopy(row, y + (i * n), n * sizeof(float), n * sizeof(float));
    }

    // y = x·Wᵀ + b;  ∂x = g·W, ∂W = gᵀ·x, ∂b = Σ g
    private sealed class AddmmBackward0(Tensor x, Tensor w, Tensor? b) : FusedNode(x, w, b)
    {
        protected override Tensor Reference(Tensor?[] inputs) => LinearLayer.Reference(inputs[0]!, inputs[1]!, inputs[2]);

        protected override void Gradient(Tensor grad, Tensor?[] result)
        {
            var (x, w, g) = (Input(0)!.Contiguous(), Input(1)!, grad.Contiguous());
            var (inputs, outputs) = (w.sizes[1], w.sizes[0]);
            var rows = x.count / Math.Max(1, inputs);
            if (Needs(0))
            {
                result[0] = Tensor.Empty(x.sizes, ScalarType.Float32);
                Gemm.Run(rows, inputs, outputs, 1f, (float*)g.Data, outputs, 1, (float*)w.Data, w.strides[0], w.strides[1], 0f,
                    (float*)result[0]!.Data, inputs);
            }
            if (Needs(1))
            {
                result[1] = Tensor.Empty(w.sizes, ScalarType.Float32);
                Gemm.Run(outputs, inputs, rows, 1f, (float*)g.Data, 1, outputs, (float*)x.Data, inputs, 1, 0f,
                    (float*)result[1]!.Data, inputs);
            }
            if (Needs(2))
            {
                result[2] = Tensor.Empty([outputs], ScalarType.Float32);
                ReduceDimension.Sum((float*)g.Data, (float*)result[2]!.Data, 1, rows, outputs);
            }
            GC.KeepAlive(x);
            GC.KeepAlive(w);
            GC.KeepAlive(g);
        }
    }
}
