using Qiansi.Torch.Autograd;
using Qiansi.Torch.Loops;
using static Qiansi.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Qiansi.Torch.Functional;

/// <summary>Cross entropy of rows of logits and classes in one piece: the gradient, softmax − one-hot, needs the logits' probabilities only.</summary>
internal static unsafe class CrossEntropy
{
    public static bool Suits(Tensor input, Tensor target, Tensor? weight) =>
        input.type == ScalarType.Float32 && input.sizes.Length == 2 && input.count > 0 && weight is null;

    /// <param name="input">(N, C) float32.</param>
    /// <param name="target">(N) int64, checked.</param>
    public static Tensor Run(Tensor input, Tensor target, long ignored, nn.Reduction reduction)
    {
        var logits = SoftmaxRows.Run(input, 1, logarithm: true);
        var labels = target.Contiguous();
        var (rows, classes) = (input.sizes[0], input.sizes[1]);
        var losses = Tensor.Empty([rows], ScalarType.Float32);
        float* p = (float*)logits.Data, l = (float*)losses.Data;
        var t = (long*)labels.Data;
        long counted = 0;
        for (long i = 0; i < rows; i++)
        {
            var counts = t[i] != ignored;
            l[i] = counts ? -p[(i * classes) + t[i]] : 0;
            if (counts) counted++;
        }
        GC.KeepAlive(labels);
        Tensor y;
        using (no_grad())
        {
            y = reduction switch
            {
                nn.Reduction.None => losses,
                nn.Reduction.Sum => losses.sum(),
                _ => losses.sum() / counted,
            };
        }
        return GradMode.Needs(input) ? new CrossEntropyBackward(input, logits, labels, ignored, reduction, counted).Attach(y) : y;
    }

    private sealed class CrossEntropyBackward(Tensor input, Tensor logits, Tensor labels, long ignored, nn.Reduction reduction, long counted) : FusedNode(input, labels)
    {
        private Saved logits = new(logits);

        public override string Name => "NllLossBackward0";

        protected override Tensor Reference(Tensor?[] inputs) => nn.functional.nll_loss(inputs[0]!.log_softmax(1), inputs[1]!, null, reduction, ignored);

        // ∂x = g(softmax x − one-hot t)/n
        protected override void Gradient(Tensor grad, Tensor?[] result)
        {
            var labels = Input(1)!;
            var p = logits.Value;
            var (rows, classes) = (p.sizes[0], (int)p.sizes[1]);
            var y = Tensor.Empty(p.sizes, ScalarType.Float32);
            var g = grad.Contiguous();
            float* from = (float*)p.Data, to = (float*)y.Data;
            var t = (long*)labels.Data;
            for (long i = 0; i < rows; i++)
            {
                var row = new Span<float>(to + (i * classes), classes);
                var scale = ((float*)g.Data)[reduction == nn.Reduction.None ? i : 0] / (reduction == nn.Reduction.Mean ? counted : 1);
                if (t[i] == ignored)
                {
                    row.Clear();
                    continue;
                }
                TensorPrimitives.Exp(new ReadOnlySpan<float>(from + (i * classes), classes), row);
                TensorPrimitives.Multiply(row, scale, row);
                row[(int)t[i]] -= scale;
            }
            GC.KeepAlive(g);
            GC.KeepAlive(p);
            GC.KeepAlive(labels);
            GC.KeepAlive(y);
            result[0] = y;
        }

        protected internal override void Release()
        {
            base.Release();
            logits.Release();
        }
    }
}
