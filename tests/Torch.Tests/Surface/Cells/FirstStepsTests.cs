using Qiansi.Modules;
using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.Surface.Cells;

/// <summary>What TorchSharp's introductions do, written as for TorchSharp but for the name in the usings: it compiles,
/// and does what it says.</summary>
public sealed class FirstStepsTests
{
    [Fact]
    public void A_sequence_of_named_layers_learns()
    {
        torch.manual_seed(1);
        var lin1 = Linear(100, 20);
        var lin2 = Linear(20, 10);
        var seq = Sequential(("lin1", lin1), ("relu1", ReLU()), ("drop1", Dropout(0.1)), ("lin2", lin2));
        Assert.Equal(["lin1.weight", "lin1.bias", "lin2.weight", "lin2.bias"], seq.named_parameters().Select(p => p.name));

        using var x = torch.randn(64, 100);
        using var y = torch.randn(64, 10);
        var optimizer = torch.optim.Adam(seq.parameters());
        float first = 0, last = 0;
        for (int i = 0; i < 20; i++)
        {
            using var eval = seq.forward(x);
            using var output = functional.mse_loss(eval, y, Reduction.Sum);
            optimizer.zero_grad();
            output.backward();
            optimizer.step();
            last = output.ToSingle();
            if (i == 0) first = last;
        }
        Assert.InRange(last, 0, first * 0.9);
    }

    [Fact]
    public void Tensors_are_made_read_and_shown()
    {
        var t = torch.tensor(new float[] { 3, 1, 2, 4, 6, 5 }, new long[] { 2, 3 });
        Assert.Equal("[2x3], type = Float32, device = cpu", t.metastr());
        Assert.Equal(2, t.shape[0]);
        Assert.Equal(6, t.numel());
        Assert.Equal(ScalarType.Float32, t.dtype);
        Assert.Equal(4f, t[1, 0].item<float>());
        Assert.Equal(new[] { 3f, 1, 2, 4, 6, 5 }, t.data<float>().ToArray());

        var zeros = torch.zeros(3, 4, dtype: ScalarType.Int64, device: torch.CPU);
        var ones = torch.ones(new long[] { 3, 4 }, torch.float32);
        var full = torch.full(3, 4, 3.14, torch.float64);
        var range = torch.arange(0, 10, 2);
        var line = torch.linspace(0, 1, 5);
        Assert.Equal([0L, 2, 4, 6, 8], range.data<long>().ToArray());
        Assert.Equal(12, (zeros + ones).sum().ToInt32());
        Assert.Equal(3.14 * 12, full.sum().item<double>(), 9);
        Assert.Equal(0.75f, line[3].ToSingle());

        var (values, indexes) = t.max(1);
        Assert.Equal([3f, 6], values.data<float>().ToArray());
        Assert.Equal([0L, 1], indexes.data<long>().ToArray());
        Assert.Equal(0.5f, 0.5f.ToTensor().item<float>());
        Assert.Equal([2, 2], new[] { 1, 2, 3, 4 }.ToTensor(new long[] { 2, 2 }).shape);
        Assert.True(torch.allclose(t.to_type(ScalarType.Float64).to(torch.float32), t));
        Assert.Equal("tensor([1, 2])", torch.as_tensor(new List<long> { 1, 2 }).str());
        var device = torch.cuda.is_available() ? torch.device("cuda") : torch.device("cpu");
        Assert.Equal("cpu", t.to(device).device.ToString());
    }

    [Fact]
    public void Indices_are_ranges_slices_tensors_and_masks()
    {
        var t = torch.arange(24).reshape(2, 3, 4);
        Assert.Equal([1, 2, 4], t[TensorIndex.Slice(1, 2), TensorIndex.Slice(1), TensorIndex.Colon].shape);
        Assert.Equal([2, 3], t[TensorIndex.Ellipsis, 0].shape);
        Assert.Equal([2, 3, 2], t[.., .., TensorIndex.Slice(step: 2)].shape);
        Assert.Equal([1, 2, 3, 4], t[TensorIndex.Null].shape);
        Assert.Equal([2, 2, 4], t[.., 1..3].shape);
        Assert.Equal([2, 2], t[.., (0, 2), 3].shape);
        Assert.Equal(23, t[1, 2, 3].item<long>());
        Assert.Equal(23, t[-1, -1, -1].ToInt64());
        Assert.Equal([12L, 15], t[1, 0].index(TensorIndex.Tensor(torch.tensor(new long[] { 0, 3 }))).data<long>().ToArray());
        Assert.Equal(12, t[t > 11].numel());

        var u = torch.zeros(3, 4);
        u[1] = torch.ones(4);
        u[TensorIndex.Colon, 0] = 5f;
        u[u.eq(5)] = 7f;
        u.index_put_(torch.tensor(2f), TensorIndex.Single(0), TensorIndex.Single(3));
        Assert.Equal([7f, 0, 0, 2, 7, 1, 1, 1, 7, 0, 0, 0], u.data<float>().ToArray());
    }

    [Fact]
    public void Gradients_flow_and_can_be_stopped()
    {
        var x = torch.tensor(new[] { 2.0f, 3.0f }, requires_grad: true);
        var y = (x.pow(2) * 3).sum();
        y.backward();
        Assert.Equal([12f, 18], x.grad!.data<float>().ToArray());
        using (torch.no_grad())
        {
            x.sub_(x.grad * 0.1f);
            x.grad.zero_();
        }
        Assert.True(torch.allclose(x, torch.tensor(new[] { 0.8f, 1.2f })));
        var second = torch.autograd.grad(new[] { x.pow(3).sum() }, new[] { x }, create_graph: true)[0];
        Assert.True(second.requires_grad);
        torch.autograd.backward(second.sum());
        Assert.True(torch.allclose(x.grad, 6 * x.detach()));
        Assert.False(x.detach().requires_grad);
        var frozen = Linear(2, 2);
        foreach (var p in frozen.parameters()) p.requires_grad = false;
        Assert.False(frozen.call(torch.randn(1, 2)).requires_grad);
    }

    [Fact]
    public void Scopes_dispose_what_was_made_in_them()
    {
        Tensor kept, a;
        using (var scope = torch.NewDisposeScope())
        {
            a = torch.rand(3);
            var b = a + 1;
            kept = b.MoveToOuterDisposeScope();
            Assert.Equal(1, scope.DisposablesCount);
            Assert.True(scope.Contains(a));
            var (c, d) = scope.MoveToOuter(a * 2, a * 3);
            Assert.False(c.IsInvalid || d.IsInvalid);
            scope.DisposeEverythingBut(a);
            Assert.Equal(1, scope.DisposablesCount);
        }
        Assert.True(a.IsInvalid);
        Assert.False(kept.IsInvalid);
        using (var outer = torch.NewDisposeScope())
        {
            using (var inner = torch.NewDisposeScope()) inner.Detach(kept = torch.ones(2));
            Assert.Equal(0, outer.DisposablesCount);
        }
        Assert.Equal(2, kept.sum().ToInt32());
    }
}
