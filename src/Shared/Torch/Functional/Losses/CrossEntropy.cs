namespace Qiansi.Torch.Functional;

/// <summary>
/// Cross entropy of rows of logits and classes in one piece: no logarithms of probabilities are kept, the gradient, softmax − one-hot,
/// comes from each row's log-sum-exp.
/// </summary>
internal static unsafe class CrossEntropy
{
    public static bool Suits(Tensor input, Tensor target, Tensor? weight) =>
        input.type == ScalarType.Float32 && input.sizes.Length == 2 && input.count > 0
            && (weight is null || (weight.type == ScalarType.Float32 && !weight.Tracked));

    /// <param name="input">(N, C) float32.</param>
    /// <param name="target">(N) int64, checked.</param>
    public static Tensor Run(Tensor input, Tensor target, Tensor? weight, long ignored, nn.Reduction reduction, double smoothing)
    {
        var (logits, labels, weights) = (input.Contiguous(), target.Contiguous(), weight?.Contiguous());
        var (rows, classes) = (input.sizes[0], input.sizes[1]);
        var (losses, sums) = (Tensor.Empty([rows], ScalarType.Float32), Tensor.Empty([rows], ScalarType.Float32));
        var counted = Kernels.CrossEntropy.Forward(
            (float*)logits.Data, (long*)labels.Data, weights is null ? null : (float*)weights.Data, rows, classes,
            (float)smoothing, ignored, (float*)losses.Data, (float*)sums.Data);
        GC.KeepAlive(logits);
        GC.KeepAlive(labels);
        GC.KeepAlive(weights);
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
        return GradMode.Needs(input)
            ? new NllLossBackward0(input, labels, weights, sums, ignored, reduction, smoothing, counted).Attach(y)
            : y;
    }

    private sealed class NllLossBackward0(
        Tensor input, Tensor labels, Tensor? weights, Tensor sums, long ignored, nn.Reduction reduction, double smoothing, float counted)
        : FusedNode(input, labels, weights)
    {
        private Saved sums = new(sums);

        protected override Tensor Reference(Tensor?[] inputs) =>
            NegativeLogLikelihood.Of(inputs[0]!.log_softmax(1), inputs[1]!, inputs[2], reduction, ignored, smoothing);

        // ∂x = g·w(softmax x − one-hot t)/n
        protected override void Gradient(Tensor grad, Tensor?[] result)
        {
            var (x, t, w, lse) = (Input(0)!.Contiguous(), Input(1)!, Input(2), sums.Value);
            var y = Tensor.EmptyLike(x, ScalarType.Float32);
            var g = (reduction == nn.Reduction.Mean ? grad / counted : grad).Contiguous();
            Kernels.CrossEntropy.Backward(
                (float*)x.Data, (long*)t.Data, w is null ? null : (float*)w.Data, (float*)lse.Data, x.sizes[0], x.sizes[1],
                (float)smoothing, ignored, (float*)g.Data, reduction == nn.Reduction.None ? 1 : 0, (float*)y.Data);
            GC.KeepAlive(x);
            GC.KeepAlive(t);
            GC.KeepAlive(w);
            GC.KeepAlive(lse);
            GC.KeepAlive(g);
            result[0] = y;
        }

        protected internal override void Release()
        {
            base.Release();
            sums.Release();
        }
    }
}
