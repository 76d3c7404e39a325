using System.Numerics;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// Scaled dot-product attention O = softmax(scale·Q·Kᵀ + mask)·V, a block of queries at a time, so that no more than a block of scores
/// exists. The backward pass computes the scores again from the row's log-sum-exp instead of storing them, as FlashAttention does (Dao et
/// al., 2022).
/// </summary>
internal static unsafe class Attention
{
    /// <summary>Scores of one block: they stay in the second cache.</summary>
    private const long BlockScores = 65536;

    /// <param name="mask">Added to the scores; element (i, j) for head h of sample b at b·batch + h·head + i·row + j. Null: none.</param>
    /// <param name="logSumExp">(batch, heads, queries), for the backward pass; may be null.</param>
    public static void Forward<T>(
        AttentionShape shape, T scale, AttentionRows<T> q, AttentionRows<T> k, AttentionRows<T> v, AttentionRows<T>? mask,
        AttentionRows<T> o, T* logSumExp)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = BlockRows(shape);
        ThreadTeam.For(shape.Batch * shape.Heads, Grain(shape), (begin, end) =>
        {
            var scores = Scratch.Get<T>(ScratchSlot.Columns, rows * shape.Keys);
            for (var bh = begin; bh < end; bh++)
            {
                var (b, h) = Math.DivRem(bh, shape.Heads);
                for (long i = 0; i < shape.Queries; i += rows)
                {
                    long m = Math.Min(rows, shape.Queries - i), keys = Visible(shape, i + m);
                    Scores(shape, scale, q.Head(b, h) + i * q.Row, q.Row, k.Head(b, h), k.Row, Mask(mask, b, h, i), mask?.Row ?? 0, scores,
                        i, m, keys);
                    for (long r = 0; r < m; r++)
                    {
                        var row = scores + r * keys;
                        var max = Reduce.Max(row, keys);
                        // A row that sees nothing attends to nothing.
                        var sum = T.IsNegativeInfinity(max) ? T.Zero : SoftmaxRow.ExpSum(row, max, row, keys);
                        if (sum == T.Zero) new Span<T>(row, (int)keys).Clear();
                        else Unary.Part(new Scale<T>(T.One / sum), row, row, keys);
                        if (logSumExp != null)
                            logSumExp[bh * shape.Queries + i + r] = sum == T.Zero ? T.PositiveInfinity : max + T.Log(sum);
                    }

                    Gemm.Serial(m, shape.ValueWidth, keys, T.One, scores, keys, 1, v.Head(b, h), v.Row, 1, false,
                        o.Head(b, h) + i * o.Row, o.Row);
                }
            }
        });
    }

    /// <summary>Gradients of queries, keys and values (overwritten) from the forward pass's output and log-sum-exp.</summary>
    public static void Backward<T>(
        AttentionShape shape, T scale, AttentionRows<T> q, AttentionRows<T> k, AttentionRows<T> v, AttentionRows<T>? mask,
        AttentionRows<T> o, T* logSumExp,
        AttentionRows<T> dO, AttentionRows<T> dQ, AttentionRows<T> dK, AttentionRows<T> dV)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = BlockRows(shape);
        ThreadTeam.For(shape.Batch * shape.Heads, Grain(shape), (begin, end) =>
        {
            var probabilities = Scratch.Get<T>(ScratchSlot.Columns, rows * shape.Keys);
            var gradients = Scratch.Get<T>(ScratchSlot.Gradient, rows * shape.Keys);
            for (var bh = begin; bh < end; bh++)
            {
                var (b, h) = Math.DivRem(bh, shape.Heads);
                T* dk = dK.Head(b, h), dv = dV.Head(b, h);
                Clear(dk, dK.Row, shape.Keys, shape.Width);
                Clear(dv, dV.Row, shape.Keys, shape.ValueWidth);
                for (long i = 0; i < shape.Queries; i += rows)
                {
                    long m = Math.Min(rows, shape.Queries - i), keys = Visible(shape, i + m);
                    T* qi = q.Head(b, h) + i * q.Row, oi = o.Head(b, h) + i * o.Row, doi = dO.Head(b, h) + i * dO.Row;
                    Scores(shape, scale, qi, q.Row, k.Head(b, h), k.Row, Mask(mask, b, h, i), mask?.Row ?? 0, probabilities, i, m, keys);
                    Gemm.Serial(m, keys, shape.ValueWidth, T.One, doi, dO.Row, 1, v.Head(b, h), 1, v.Row, false, gradients, keys);
                    for (long r = 0; r < m; r++)
                    {
                        T* p = probabilities + r * keys, g = gradients + r * keys;
                        var sum = SoftmaxRow.ExpSum(p, logSumExp[bh * shape.Queries + i + r], p, keys);
                        if (SoftmaxRow.HasLostDigits(sum)) Unary.Part(new Scale<T>(T.One / sum), p, p, keys);
                        var along = Reduce.Dot(oi + r * o.Row, doi + r * dO.Row, shape.ValueWidth);
                        Binary.Part(new ScoreGradient<T>(along, scale), g, 1, p, 1, g, keys);
                    }

                    Gemm.Serial(keys, shape.ValueWidth, m, T.One, probabilities, 1, keys, doi, dO.Row, 1, true, dv, dV.Row);
                    Gemm.Serial(m, shape.Width, keys, T.One, gradients, keys, 1, k.Head(b, h), k.Row, 1, false,
                        dQ.Head(b, h) + i * dQ.Row, dQ.Row);
                    Gemm.Serial(keys, shape.Width, m, T.One, gradients, 1, keys, qi, q.Row, 1, true, dk, dK.Row);
                }
            }
        });
    }

    /// <summary>scale·Q·Kᵀ + mask of a block of m queries, with -∞ where the causal rule hides a key.</summary>
    private static void Scores<T>(
        AttentionShape shape, T scale, T* q, long qRow, T* k, long kRow, T* mask, long maskRow, T* scores, long first, long m, long keys)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Gemm.Serial(m, keys, shape.Width, scale, q, qRow, 1, k, 1, kRow, false, scores, keys);
        for (long r = 0; r < m; r++)
        {
            if (mask != null) Binary.Part(default(Add<T>), scores + r * keys, 1, mask + r * maskRow, 1, scores + r * keys, keys);
            if (!shape.Causal) continue;
            var seen = Math.Min(keys, first + r + 1);
            new Span<T>(scores + r * keys + seen, (int)(keys - seen)).Fill(T.NegativeInfinity);
        }
    }

    private static T* Mask<T>(AttentionRows<T>? mask, long b, long h, long i)
        where T : unmanaged => mask is { } m ? m.Head(b, h) + i * m.Row : null;

    private static long Visible(AttentionShape shape, long queries) => shape.Causal ? Math.Min(shape.Keys, queries) : shape.Keys;

    /// <summary>Causal blocks are lower, so that more of the hidden half is skipped.</summary>
    private static long BlockRows(AttentionShape shape) =>
        Math.Clamp(BlockScores / Math.Max(1, shape.Keys), 12, shape.Causal ? 96 : Math.Max(12, shape.Queries));

    private static long Grain(AttentionShape shape) =>
        Math.Max(1, 100_000 / Math.Max(1, shape.Queries * shape.Keys * (shape.Width + shape.ValueWidth)));

    private static void Clear<T>(T* rows, long stride, long count, long width)
        where T : unmanaged
    {
        for (long i = 0; i < count; i++) new Span<T>(rows + i * stride, (int)width).Clear();
    }
}
