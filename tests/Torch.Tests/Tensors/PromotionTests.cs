using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Tensors;

public sealed class PromotionTests
{
    [Fact]
    public void Types_of_results_are_PyTorchs()
    {
        var i = arange(3);
        var f = ones(3);
        var d = ones([3], float64);
        var b = tensor(new[] { true, false, true });
        Assert.Equal(float32, (i + f).dtype);
        Assert.Equal(float64, (f + d).dtype);
        Assert.Equal(float32, (f + d.sum()).dtype);
        Assert.Equal(int64, (i + 1).dtype);
        Assert.Equal(float32, (i + 1.5).dtype);
        Assert.Equal(float32, (i / 2).dtype);
        Assert.Equal(int64, (b + 1).dtype);
        Assert.Equal(@bool, (b & ~b).dtype);
        Assert.Equal(int64, b.sum().dtype);
        Assert.Equal(float32, i.exp().dtype);
        Assert.Equal(bfloat16, (f.bfloat16() * 2.5).dtype);
        Assert.Equal(int32, (arange(3, int32) * 2).dtype);
        Assert.Equal([-1L, 1, -2], (tensor(new long[] { -1, 3, -3 }).floor_divide(2)).ToArray<long>());
        Assert.Equal([1L, 1, 2], (tensor(new long[] { -1, 3, -3 }) % tensor(new long[] { 2, 2, 5 })).ToArray<long>());
    }

    [Fact]
    public void Errors_name_operation_shapes_and_the_fix()
    {
        Assert.Contains("add: shapes [2, 3] and [4] do not broadcast",
            Assert.Throws<ArgumentException>(() => ones(2, 3) + ones(4)).Message);
        Assert.Contains("mm: shapes [2, 3] and [2, 3] cannot be multiplied: 3 columns by 2 rows",
            Assert.Throws<ArgumentException>(() => ones(2, 3).mm(ones(2, 3))).Message);
        Assert.Contains("use reshape", Assert.Throws<InvalidOperationException>(() => ones(2, 3).t().view(6)).Message);
        Assert.Contains("has 6 elements, not 8", Assert.Throws<ArgumentException>(() => ones(2, 3).view(4, 2)).Message);
        Assert.Contains("sum: dimension 2 is out of range", Assert.Throws<ArgumentOutOfRangeException>(() => ones(2, 3).sum(2)).Message);
        Assert.Contains("not one; index it first", Assert.Throws<InvalidOperationException>(() => ones(2).item<float>()).Message);
        Assert.Contains("only tensors of real numbers",
            Assert.Throws<InvalidOperationException>(() => ones([2], int64).requires_grad_()).Message);
    }

    [Fact]
    public void Empty_tensors_go_through_every_kind_of_operation()
    {
        var x = zeros([0, 3], requires_grad: true);
        Assert.Equal(0f, x.sum().item<float>());
        Assert.Equal(new long[] { 3 }, x.sum(0).shape);
        Assert.Equal(new long[] { 0, 3 }, (x * 2 + ones(3)).shape);
        Assert.Equal(new long[] { 0, 2 }, x.mm(ones(3, 2)).shape);
        Assert.Equal([0f, 0, 0, 0], zeros(2, 0).mm(zeros(0, 2)).ToArray<float>());
        Assert.Equal(new long[] { 2, 3 }, cat([x, ones(2, 3)]).shape);
        Assert.Equal(new long[] { 0, 3 }, x.softmax(0).shape);
        Assert.Equal(new long[] { 0, 2 }, zeros(3, 4).nonzero().shape);
        Assert.True(float.IsNaN(zeros([0]).mean().item<float>()));
        Assert.Contains("no elements", Assert.ThrowsAny<InvalidOperationException>(() => x.max()).Message);
        (x * 2).sum().backward();
        Assert.Equal(new long[] { 0, 3 }, x.grad!.shape);
    }
}
