using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Functional;

/// <summary>Images (N, C, H, W) cut into a given number of parts, and the mean of each.</summary>
internal static unsafe class AdaptivePooling
{
    public static Tensor Run(Tensor x, long rows, long columns)
    {
        if (x.type != ScalarType.Float32) return Reference(x, rows, columns);
        var y = Tensor.Empty([x.sizes[0], x.sizes[1], rows, columns], ScalarType.Float32);
        var image = x.Contiguous();
        AveragePool.AdaptiveForward(x.sizes[0] * x.sizes[1], x.sizes[2], x.sizes[3], rows, columns, (float*)image.Data, (float*)y.Data);
        GC.KeepAlive(image);
        return GradMode.Needs(x) ? new AdaptiveAvgPool2dBackward0(x, rows, columns).Attach(y) : y;
    }

    /// <summary>Means of rows and means of columns are two matrix products.</summary>
    public static Tensor Reference(Tensor x, long rows, long columns) =>
        Means(rows, x.sizes[2], x.type).matmul(x).matmul(Means(columns, x.sizes[3], x.type).t());

    /// <summary>The matrix that takes n numbers to the means of so many parts: part i covers ⌊i·n/parts⌋ to ⌈(i + 1)·n/parts⌉.</summary>
    private static Tensor Means(long parts, long n, ScalarType type)
    {
        var matrix = zeros([parts, n], type);
        for (long i = 0; i < parts; i++)
        {
            var (from, to) = (i * n / parts, (((i + 1) * n) + parts - 1) / parts);
            matrix.select(0, i).narrow(0, from, to - from).fill_(1.0 / (to - from));
        }
        return matrix;
    }

    private sealed class AdaptiveAvgPool2dBackward0(Tensor x, long rows, long columns) : FusedNode(x)
    {
        protected override Tensor Reference(Tensor?[] inputs) => AdaptivePooling.Reference(inputs[0]!, rows, columns);

        protected override void Gradient(Tensor grad, Tensor?[] result)
        {
            var (x, g) = (Input(0)!, grad.Contiguous());
            var y = Tensor.Empty(x.sizes, ScalarType.Float32);
            AveragePool.AdaptiveBackward(x.sizes[0] * x.sizes[1], x.sizes[2], x.sizes[3], rows, columns, (float*)g.Data, (float*)y.Data);
            GC.KeepAlive(g);
            result[0] = y;
        }
    }
}
