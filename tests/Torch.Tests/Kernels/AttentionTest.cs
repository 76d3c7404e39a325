using Qiansi.Torch.Kernels;
using Qiansi.Torch.Tests.Kernels.Reference;

namespace Qiansi.Torch.Tests.Kernels;

[Collection(nameof(KernelSettings))]
public sealed unsafe class AttentionTest
{
    [Theory]
    [MemberData(nameof(KernelSettings.Widths), MemberType = typeof(KernelSettings))]
    public void Random_attentions_and_their_gradients_equal_the_reference(int bits)
    {
        using var settings = new KernelSettings(2, bits);
        var random = new System.Random(bits);
        for (var i = 0; i < 25; i++)
        {
            var shape = new AttentionShape(random.Next(1, 3), random.Next(1, 3), random.Next(1, 40), random.Next(1, 50), random.Next(1, 20),
                random.Next(1, 20), random.Next(2) == 0);
            Check(shape, random.Next(3) == 0, i);
        }
    }

    [Theory]
    [InlineData(300, 300, true)]
    [InlineData(1500, 90, false)]
    [InlineData(70, 1500, true)]
    public void More_than_one_block_of_queries(int queries, int keys, bool causal)
    {
        using var settings = new KernelSettings(2);
        Check(new AttentionShape(1, 2, queries, keys, 16, 8, causal), false, 1);
    }

    [Fact]
    public void A_query_that_sees_nothing_gets_zeros_and_gives_no_gradient()
    {
        using var settings = new KernelSettings(1);
        using var data = Buffer<float>.Of(1f, 2f);
        using var mask = Buffer<float>.Of(float.NegativeInfinity);
        using var o = Buffer<float>.Of(float.NaN, float.NaN);
        using var lse = new Buffer<float>(1);
        using var dq = Buffer<float>.Of(float.NaN, float.NaN);
        var shape = new AttentionShape(1, 1, 1, 1, 2, 2, false);
        var rows = new AttentionRows<float>(data.Start, 2, 2, 2);
        var output = new AttentionRows<float>(o.Start, 2, 2, 2);
        var gradient = new AttentionRows<float>(dq.Start, 2, 2, 2);
        using var other = new Buffer<float>(4);
        var spare = new AttentionRows<float>(other.Start, 2, 2, 2);
        Attention.Forward(shape, 1f, rows, rows, rows, new AttentionRows<float>(mask.Start, 0, 0, 1), output, lse.Start);
        Assert.Equal([0f, 0f], o.ToArray());
        Attention.Backward(shape, 1f, rows, rows, rows, new AttentionRows<float>(mask.Start, 0, 0, 1), output,
            lse.Start, rows, gradient, spare, spare);
        Assert.Equal([0f, 0f], dq.ToArray());
    }

    [Fact]
    public void Large_scores_keep_their_gradient()
    {
        using var settings = new KernelSettings(1);
        using var q = Buffer<float>.Of(1e4f);
        using var k = Buffer<float>.Of(1e4f, 1e4f);
        using var v = Buffer<float>.Of(1f, 3f);
        using var dO = Buffer<float>.Of(1f);
        using var o = new Buffer<float>(1);
        using var lse = new Buffer<float>(1);
        using var dq = new Buffer<float>(1);
        using var dk = new Buffer<float>(2);
        using var dv = new Buffer<float>(2);
        static AttentionRows<float> Rows(Buffer<float> b) => AttentionRows<float>.Contiguous(b.Start, 1, b.Length, 1);
        var shape = new AttentionShape(1, 1, 1, 2, 1, 1, false);
        Attention.Forward(shape, 1f, Rows(q), Rows(k), Rows(v), null, Rows(o), lse.Start);
        Attention.Backward(shape, 1f, Rows(q), Rows(k), Rows(v), null, Rows(o), lse.Start, Rows(dO), Rows(dq), Rows(dk), Rows(dv));
        Assert.Equal([2f], o.ToArray());
        Assert.Equal([0.5f, 0.5f], dv.ToArray());
        Assert.Equal([-5000f, 5000f], dk.ToArray());
    }

    private static void Check(AttentionShape s, bool masked, int seed)
    {
        long heads = s.Batch * s.Heads;
        // Queries stand as (batch, length, heads, width), the way a projection leaves them; the others are contiguous.
        using var q = new Buffer<float>(heads * s.Queries * s.Width, seed);
        using var k = new Buffer<float>(heads * s.Keys * s.Width, seed + 1);
        using var v = new Buffer<float>(heads * s.Keys * s.ValueWidth, seed + 2);
        using var mask = new Buffer<float>(s.Queries * s.Keys, seed + 3);
        using var dO = new Buffer<float>(heads * s.Queries * s.ValueWidth, seed + 4);
        using var o = new Buffer<float>(dO.Length);
        using var lse = new Buffer<float>(heads * s.Queries);
        using var dq = new Buffer<float>(q.Length, 9);
        using var dk = new Buffer<float>(k.Length, 9);
        using var dv = new Buffer<float>(v.Length, 9);
        var scale = 1 / MathF.Sqrt(s.Width);
        AttentionRows<float> Queries(Buffer<float> b) => new(b.Start, s.Queries * s.Heads * s.Width, s.Width, s.Heads * s.Width);
        AttentionRows<float> Keys(Buffer<float> b) => AttentionRows<float>.Contiguous(b.Start, s.Heads, s.Keys, s.Width);
        AttentionRows<float> Values(Buffer<float> b) => AttentionRows<float>.Contiguous(b.Start, s.Heads, s.Keys, s.ValueWidth);
        AttentionRows<float> Outputs(Buffer<float> b) => AttentionRows<float>.Contiguous(b.Start, s.Heads, s.Queries, s.ValueWidth);
        AttentionRows<float>? added = masked ? new AttentionRows<float>(mask.Start, 0, 0, s.Keys) : null;
        Attention.Forward(s, scale, Queries(q), Keys(k), Values(v), added, Outputs(o), lse.Start);
        Attention.Backward(s, scale, Queries(q), Keys(k), Values(v), added, Outputs(o), lse.Start, Outputs(dO),
            Queries(dq), Keys(dk), Values(dv));

        using var expectedO = new Buffer<float>(o.Length);
        using var expectedDq = new Buffer<float>(q.Length);
        using var expectedDk = new Buffer<float>(k.Length);
        using var expectedDv = new Buffer<float>(v.Length);
        using var head = new Buffer<float>(s.Queries * s.Width);
        using var headGradient = new Buffer<float>(s.Queries * s.Width);
        for (long bh = 0; bh < heads; bh++)
        {
            var at = bh / s.Heads * s.Queries * s.Heads * s.Width + bh % s.Heads * s.Width;
            for (long i = 0; i < s.Queries; i++)
            {
                for (long d = 0; d < s.Width; d++)
                    (head[i * s.Width + d], headGradient[i * s.Width + d]) = (q[at + i * s.Heads * s.Width + d], 0);
            }

            long key = bh * s.Keys * s.Width, value = bh * s.Keys * s.ValueWidth, row = bh * s.Queries * s.ValueWidth;
            var p = ReferenceAttention.Probabilities(
                s.Queries, s.Keys, s.Width, s.Causal, scale, head.Start, k.Start + key, masked ? mask.Start : null);
            ReferenceAttention.Forward(s.Queries, s.Keys, s.Width, s.ValueWidth, p, v.Start + value, expectedO.Start + row);
            ReferenceAttention.Backward(
                s.Queries, s.Keys, s.Width, s.ValueWidth, scale, p, head.Start, k.Start + key, v.Start + value, dO.Start + row,
                headGradient.Start, expectedDk.Start + key, expectedDv.Start + value);
            for (long i = 0; i < s.Queries; i++)
            {
                for (long d = 0; d < s.Width; d++) expectedDq[at + i * s.Heads * s.Width + d] = headGradient[i * s.Width + d];
            }
        }

        o.ShouldEqual(expectedO, 2e-5, $"o of {s}");
        dq.ShouldEqual(expectedDq, 5e-5, $"dq of {s}");
        dk.ShouldEqual(expectedDk, 5e-5, $"dk of {s}");
        dv.ShouldEqual(expectedDv, 5e-5, $"dv of {s}");
    }
}
