using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Operations;

/// <summary>scatter_reduce beside PyTorch 1.13.1's values; index_put; as_strided.</summary>
public sealed class ScatterReduceTests
{
    private static readonly Tensor Index = tensor(new long[] { 0, 1, 0, 1, 2, 1 });

    public static TheoryData<string, bool, double[]> Values => new()
    {
        { "sum", true, [4, 11, 3.5, 4] }, { "sum", false, [3, 9, 0.5, 4] }, { "prod", true, [-10, 0, 1.5, 4] },
            { "prod", false, [-10, 0, 0.5, 4] },
        { "mean", true, [4 / 3.0, 2.75, 1.75, 4] }, { "mean", false, [1.5, 3, 0.5, 4] }, { "amax", true, [5, 7, 3, 4] },
        { "amax", false, [5, 7, 0.5, 4] },
        { "amin", true, [-2, 0, 0.5, 4] }, { "amin", false, [-2, 0, 0.5, 4] },
    };

    [Theory, MemberData(nameof(Values))]
    public void Reductions_are_PyTorchs_with_their_gradients(string reduce, bool self, double[] expected)
    {
        var x = tensor(new[] { 1.0, 2, 3, 4 });
        var src = tensor(new[] { 5.0, 0, -2, 7, 0.5, 2 });
        Assert.True(allclose(x.scatter_reduce(0, Index, src, reduce, self), tensor(expected)));
        Assert.True(allclose(x.clone().scatter_reduce_(0, Index, src, reduce, self), tensor(expected)));
        Assert.True(autograd.gradcheck(v => v[0].scatter_reduce(0, Index, v[1], reduce, self),
            [x.clone().requires_grad_(), src.clone().requires_grad_()]));
    }

    [Fact]
    public void Whole_numbers_rows_and_products_with_zeros()
    {
        Assert.Equal([3L, 3], zeros(2, int64).scatter_reduce(0, tensor(new long[] { 0, 0, 1 }), tensor(new long[] { 3, 4, 3 }), "mean",
            false).ToArray<long>());
        Assert.Equal([long.MinValue, 9], tensor(new[] { long.MinValue, 1 }).scatter_reduce(0, tensor(new long[] { 1 }),
            tensor(new long[] { 9 }), "amax").ToArray<long>());
        var rows = zeros(2, 2).scatter_reduce(1, tensor(new long[,] { { 1, 1 }, { 0, 1 } }), tensor(new[,] { { 3f, 4 }, { 5, 6 } }),
            "amax", false);
        Assert.Equal([0f, 4, 5, 6], rows.ToArray<float>());
        var src = tensor(new[] { 0.0, 3, 0 }).requires_grad_();
        ones(1, float64).scatter_reduce(0, zeros(3, int64), src, "prod").sum().backward();
        Assert.Equal([0.0, 0, 0], src.grad!.ToArray<double>());
        var one = tensor(new[] { 0.0, 3, 2 }).requires_grad_();
        ones(1, float64).scatter_reduce(0, zeros(3, int64), one, "prod").sum().backward();
        Assert.Equal([6.0, 0, 0], one.grad!.ToArray<double>());
        Assert.Contains("use sum, prod, mean, amax or amin",
            Assert.Throws<ArgumentException>(() => rows.scatter_reduce(0, Index, rows, "max")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Index_put_makes_a_new_tensor_and_its_gradients_flow()
    {
        var x = zeros(2, 3);
        var y = x.index_put(tensor(new[] { 1f, 2 }), [tensor(new long[] { 0, 1 }), tensor(new long[] { 2, 0 })]);
        Assert.Equal([0f, 0, 1, 2, 0, 0], y.ToArray<float>());
        Assert.Equal(0, x.sum().ToInt32());
        var twice = index_put(x, [tensor(new long[] { 0, 0 }), tensor(new long[] { 1, 1 })], tensor(new[] { 1f, 2 }), accumulate: true);
        Assert.Equal(3, twice[0, 1].ToInt32());
        Assert.True(autograd.gradcheck(
            v => v[0].index_put(v[1], [tensor(new long[] { 0, 1 }), tensor(new long[] { 2, 0 })]),
            [rand(2, 3, float64).requires_grad_(), rand(2, float64).requires_grad_()]));
    }

    [Fact]
    public void As_strided_shows_windows_whose_gradients_add_up()
    {
        var x = arange(5.0).requires_grad_();
        var windows = as_strided(x, [3, 3], [1, 1]);
        Assert.Equal([0f, 1, 2, 1, 2, 3, 2, 3, 4], windows.detach().ToArray<float>());
        windows.sum().backward();
        Assert.Equal([1f, 2, 3, 2, 1], x.grad!.ToArray<float>());
    }
}
