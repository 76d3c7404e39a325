using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Autograd;

public sealed class BackwardTests
{
    [Fact]
    public void A_product_gives_each_factor_the_other()
    {
        var a = tensor(new[] { 2f, 3f }, requires_grad: true);
        var b = tensor(new[] { 5f, 7f }, requires_grad: true);
        (a * b).sum().backward();
        Assert.Equal([5f, 7f], a.grad!.ToArray<float>());
        Assert.Equal([2f, 3f], b.grad!.ToArray<float>());
    }

    [Fact]
    public void Gradients_add_up_over_uses_and_over_calls()
    {
        var x = tensor(new[] { 1f, 2f }, requires_grad: true);
        var y = (x * x) + x;
        y.sum().backward();
        Assert.Equal([3f, 5f], x.grad!.ToArray<float>());
        (x * 2).sum().backward();
        Assert.Equal([5f, 7f], x.grad!.ToArray<float>());
    }

    [Fact]
    public void A_sum_of_two_leaves_gives_them_gradients_of_their_own()
    {
        var a = ones(2, requires_grad: true);
        var b = ones(2, requires_grad: true);
        (a + b).sum().backward();
        (a * 3).sum().backward();
        Assert.Equal([4f, 4f], a.grad!.ToArray<float>());
        Assert.Equal([1f, 1f], b.grad!.ToArray<float>());
    }

    [Fact]
    public void Broadcast_dimensions_are_summed()
    {
        var a = ones([2, 3], requires_grad: true);
        var b = ones([3], requires_grad: true);
        var c = ones([2, 1], requires_grad: true);
        (a * b * c).sum().backward();
        Assert.Equal([2f, 2f, 2f], b.grad!.ToArray<float>());
        Assert.Equal(new long[] { 2, 1 }, c.grad!.shape);
        Assert.Equal([3f, 3f], c.grad!.ToArray<float>());
    }

    [Fact]
    public void A_hundred_thousand_operations_deep_does_not_overflow_the_stack()
    {
        var x = ones(1, requires_grad: true);
        var y = x;
        for (var i = 0; i < 100_000; i++) y = y + 1;
        y.backward();
        Assert.Equal(1f, x.grad!.item<float>());
    }

    [Fact]
    public void Second_derivatives_come_from_create_graph()
    {
        var x = tensor(new[] { 2.0 }, requires_grad: true);
        var y = x.pow(3);
        var first = autograd.grad([y], [x], create_graph: true)[0];
        var second = autograd.grad([first], [x], create_graph: true)[0];
        var third = autograd.grad([second], [x])[0];
        Assert.Equal(12, first.item<double>());
        Assert.Equal(12, second.item<double>());
        Assert.Equal(6, third.item<double>());
        Assert.Null(x.grad);
    }

    [Fact]
    public void Matrix_products_are_differentiated()
    {
        var a = tensor(new float[,] { { 1, 2 }, { 3, 4 } }, requires_grad: true);
        var b = tensor(new float[,] { { 5, 6 }, { 7, 8 } }, requires_grad: true);
        var y = a.matmul(b);
        Assert.Equal([19f, 22f, 43f, 50f], y.ToArray<float>());
        y.sum().backward();
        Assert.Equal([11f, 15f, 11f, 15f], a.grad!.ToArray<float>());
        Assert.Equal([4f, 4f, 6f, 6f], b.grad!.ToArray<float>());
    }

    [Fact]
    public void A_second_pass_needs_retain_graph()
    {
        var x = ones(2, requires_grad: true);
        var y = (x * x).sum();
        y.backward(retain_graph: true);
        y.backward();
        Assert.Equal([4f, 4f], x.grad!.ToArray<float>());
        var error = Assert.Throws<InvalidOperationException>(() => y.backward());
        Assert.Contains("MulBackward0", error.Message);
        Assert.Contains("retain_graph", error.Message);
    }

    [Fact]
    public void A_write_in_place_on_what_a_gradient_needs_names_the_operation()
    {
        var x = ones(2, requires_grad: true);
        var y = x * 2;
        var z = y * y;
        y.add_(1);
        var error = Assert.Throws<InvalidOperationException>(() => z.sum().backward());
        Assert.Contains("MulBackward0", error.Message);
        Assert.Contains("in place", error.Message);
    }

    [Fact]
    public void A_leaf_cannot_be_written_in_place_but_in_no_grad()
    {
        var x = ones(2, requires_grad: true);
        Assert.Contains("leaf", Assert.Throws<InvalidOperationException>(() => x.add_(1)).Message);
        using (no_grad()) x.add_(1);
        Assert.Equal([2f, 2f], x.ToArray<float>());
        Assert.True(x.is_leaf);
    }

    [Fact]
    public void Writes_in_place_take_part_in_the_graph()
    {
        var w = tensor(new[] { 2f, 3f }, requires_grad: true);
        var x = ones(2);
        x.mul_(w);
        x.mul_(w);
        x.sum().backward();
        Assert.Equal([4f, 6f], w.grad!.ToArray<float>());
    }

    [Fact]
    public void A_write_through_a_view_is_seen_by_its_base()
    {
        var w = tensor(new[] { 2f, 3f }, requires_grad: true);
        var x = zeros(3, 2);
        x.select(0, 1).copy_(w * w);
        Assert.True(x.requires_grad);
        (x * 10).sum().backward();
        Assert.Equal([40f, 60f], w.grad!.ToArray<float>());
    }

    [Fact]
    public void A_write_to_the_base_is_seen_by_its_views()
    {
        var w = ones([2, 2], requires_grad: true);
        var x = w * 1;
        var view = x.select(0, 0);
        x.mul_(3);
        view.sum().backward();
        Assert.Equal([3f, 3f, 0f, 0f], w.grad!.ToArray<float>());
    }
}
