using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Autograd;

public sealed class CustomFunctionTests
{
    private sealed class Cube : autograd.SingleTensorFunction<Cube>
    {
        public override string Name => "Cube";

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.save_for_backward([x]);
            ctx.save_data("factor", vars[1]);
            return x * x * x * (double)vars[1];
        }

        public override List<Tensor?> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            var x = ctx.get_saved_variables()[0];
            return [grad_output * x * x * (3 * (double)ctx.get_data("factor")!), null];
        }
    }

    [Fact]
    public void Is_called_both_ways_and_differentiated_twice()
    {
        var x = tensor(new[] { 1.0, -2.0 }, requires_grad: true);
        Assert.True(autograd.gradcheck(v => Cube.apply(v[0], 2.0), [x]));
        Assert.True(autograd.gradgradcheck(v => Cube.apply(v[0], 2.0), [x]));
        Assert.Equal("Cube", Cube.apply(x, 1.0).grad_fn!.Name);
    }

    [Fact]
    public void The_graph_can_be_walked()
    {
        var x = ones([2, 3], requires_grad: true);
        var y = (x.exp() * 2).sum();
        var sum = y.grad_fn!;
        Assert.Equal("SumBackward0", sum.Name);
        var mul = sum.next_functions[0].Function!;
        Assert.Equal("MulBackward0", mul.Name);
        Assert.Equal(new long[] { 2, 3 }, mul.OutputShape());
        var leaf = mul.next_functions[0].Function!.next_functions[0].Function!;
        Assert.Equal("AccumulateGrad", leaf.Name);
        Assert.Empty(leaf.next_functions);
    }

    [Fact]
    public void Hooks_see_and_change_gradients()
    {
        var x = ones([2], requires_grad: true);
        var y = x * 3;
        y.retain_grad();
        var seen = new List<float>();
        using (y.register_hook(g =>
        {
            seen.Add(g[0].item<float>());
            return g * 10;
        }))
        {
            (y * 2).sum().backward();
        }
        Assert.Equal([2f], seen);
        Assert.Equal([60f, 60f], x.grad!.ToArray<float>());
        (x * 3 * 2).sum().backward();
        Assert.Equal([66f, 66f], x.grad!.ToArray<float>());
    }

    [Fact]
    public void Anomaly_detection_names_the_operation_and_where_it_was_called()
    {
        using var mode = autograd.detect_anomaly();
        var x = zeros([1], requires_grad: true);
        var y = (x.sqrt() * 0).sum();
        var error = Assert.Throws<InvalidOperationException>(() => y.backward());
        Assert.Contains("SqrtBackward0", error.Message);
        Assert.Contains(nameof(Anomaly_detection_names_the_operation_and_where_it_was_called), error.Message);
    }

    [Fact]
    public void An_unused_input_is_an_error_or_null()
    {
        var x = ones([1], requires_grad: true);
        var z = ones([1], requires_grad: true);
        Assert.Contains("allow_unused", Assert.Throws<InvalidOperationException>(() => autograd.grad([x * 2], [z])).Message);
        Assert.Null(autograd.grad([x * 2], [z], allow_unused: true)[0]);
    }
}
