using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Functional;

/// <summary>softmax(Q·Kᵀ/√d + mask)·V (Vaswani et al. 2017) for each head.</summary>
internal static unsafe class Attentions
{
    /// <summary>
    /// Whether the kernel takes it: four dimensions of one batch and head, float32, no dropout, the last dimension in one piece.
    /// </summary>
    public static bool Suits(Tensor q, Tensor k, Tensor v, Tensor? mask)
    {
        if (q.type != ScalarType.Float32 || k.type != ScalarType.Float32 || v.type != ScalarType.Float32) return false;
        if (q.sizes.Length != 4 || k.sizes.Length != 4 || v.sizes.Length != 4 || q.count == 0 || k.count == 0) return false;
        if (!Shape.Same(q.sizes.AsSpan(0, 2), k.sizes.AsSpan(0, 2)) || !Shape.Same(k.sizes.AsSpan(0, 3), v.sizes.AsSpan(0, 3)))
            return false;
        return mask is null || !mask.Tracked;
    }

    public static Tensor Run(Tensor q, Tensor k, Tensor v, Tensor? mask, bool causal)
    {
        var shape = ShapeOf(q, k, v, causal);
        var heads = Beside([q.sizes[0], q.sizes[1], q.sizes[2], v.sizes[3]]);
        var needs = GradMode.Needs(q, k, v);
        var sums = needs ? Tensor.Empty([q.sizes[0], q.sizes[1], q.sizes[2]], ScalarType.Float32) : null;
        var added = mask is null ? null : Added(mask, shape);
        var (a, b, c) = (Whole(q), Whole(k), Whole(v));
        Attention.Forward(shape, Scale(q), Rows(a), Rows(b), Rows(c), added is null ? null : Rows(added), Rows(heads),
            sums is null ? null : (float*)sums.Data);
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(c);
        GC.KeepAlive(added);
        return needs ? new ScaledDotProductAttentionBackward0(q, k, v, added, heads, sums!, causal).Attach(heads) : heads;
    }

    /// <summary>Scores, probabilities and values, one matrix product after the other.</summary>
    public static (Tensor Output, Tensor Probabilities) Reference(Tensor q, Tensor k, Tensor v, Tensor? mask, bool causal, double dropout)
    {
        var scores = (q / Math.Sqrt(q.sizes[^1])).matmul(k.transpose(-2, -1));
        if (causal) scores = scores.masked_fill(ones([q.sizes[^2], k.sizes[^2]], ScalarType.Bool).tril().logical_not(),
            double.NegativeInfinity);
        if (mask is not null)
            scores = mask.type == ScalarType.Bool ? scores.masked_fill(mask.logical_not(), double.NegativeInfinity) : scores + mask;
        var probabilities = scores.softmax(-1);
        if (dropout > 0) probabilities = nn.functional.dropout(probabilities, dropout);
        return (probabilities.matmul(v), probabilities);
    }

    /// <summary>
    /// A tensor (batch, heads, length, width) whose heads lie beside each other, as the layers lay them out: joining them is a view.
    /// </summary>
    private static Tensor Beside(long[] sizes)
    {
        var (heads, length, width) = (sizes[1], sizes[2], sizes[3]);
        return Tensor.EmptyStrided(sizes, [length * heads * width, width, heads * width, 1], ScalarType.Float32);
    }

    private static float Scale(Tensor q) => (float)(1 / Math.Sqrt(q.sizes[3]));

    private static AttentionShape ShapeOf(Tensor q, Tensor k, Tensor v, bool causal) =>
        new(q.sizes[0], q.sizes[1], q.sizes[2], k.sizes[2], q.sizes[3], v.sizes[3], causal);

    private static Tensor Whole(Tensor x) => x.strides[3] == 1 || x.sizes[3] == 1 ? x : x.Contiguous();

    private static AttentionRows<float> Rows(Tensor x) => new((float*)x.Data, x.strides[0], x.strides[1], x.strides[2]);

    /// <summary>A mask as numbers to add, for every head of every sample (views where it repeats).</summary>
    private static Tensor Added(Tensor mask, AttentionShape shape)
    {
        using var mode = no_grad();
        var numbers = mask.type == ScalarType.Bool
            ? zeros(mask.sizes, ScalarType.Float32).masked_fill(mask.logical_not(), double.NegativeInfinity)
            : mask.detach().to_type(ScalarType.Float32);
        if (numbers.sizes[^1] != shape.Keys) numbers = numbers.expand([.. numbers.sizes[..^1], shape.Keys]);
        return numbers.contiguous().expand([shape.Batch, shape.Heads, shape.Queries, shape.Keys]);
    }

    private sealed class ScaledDotProductAttentionBackward0(Tensor q, Tensor k, Tensor v, Tensor? added, Tensor output, Tensor sums,
        bool causal) : FusedNode(q, k, v, added)
    {
        private Saved output = new(output.detach()), sums = new(sums);

        protected override Tensor Reference(Tensor?[] inputs) =>
            Attentions.Reference(inputs[0]!, inputs[1]!, inputs[2]!, inputs[3], causal, 0).Output;

        protected override void Gradient(Tensor grad, Tensor?[] result)
        {
            var (q, k, v, mask) = (Whole(Input(0)!), Whole(Input(1)!), Whole(Input(2)!), Input(3));
            var (o, l, g) = (output.Value, sums.Value, Whole(grad));
            var (dq, dk, dv) = (Beside(q.sizes), Beside(k.sizes), Beside(v.sizes));
            Attention.Backward(ShapeOf(q, k, v, causal), Scale(q), Rows(q), Rows(k), Rows(v), mask is null ? null : Rows(mask), Rows(o),
                (float*)l.Data, Rows(g), Rows(dq), Rows(dk), Rows(dv));
            GC.KeepAlive(q);
            GC.KeepAlive(k);
            GC.KeepAlive(v);
            GC.KeepAlive(mask);
            GC.KeepAlive(o);
            GC.KeepAlive(l);
            GC.KeepAlive(g);
            (result[0], result[1], result[2]) = (dq, dk, dv);
        }

        protected internal override void Release()
        {
            base.Release();
            Saved.Release(ref output, ref sums);
        }
    }
}
