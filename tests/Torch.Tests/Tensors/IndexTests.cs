using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Tensors;

public sealed class IndexTests
{
    private static Tensor Grid => arange(12, float32).reshape(3, 4);

    [Fact]
    public void Numbers_ranges_and_steps_are_views()
    {
        var x = Grid;
        x[1, 2] = 100;
        x[.., 0] = tensor(new[] { 7f, 8, 9 });
        x[^1][1..3] = -1;
        Assert.Equal([7f, 1, 2, 3, 8, 5, 100, 7, 9, -1, -1, 11], x.ToArray<float>());
        Assert.Equal([1f, 3], x[0, TensorIndex.Slice(1, null, 2)].ToArray<float>());
        Assert.Equal(new long[] { 3, 1, 4 }, x[.., TensorIndex.Null].shape);
    }

    [Fact]
    public void Masks_and_tensors_write_where_they_point()
    {
        var x = Grid;
        x[x > 8] = 0;
        x[tensor(new long[] { 0, 2 }), tensor(new long[] { 0, 1 })] = tensor(new[] { 50f, 60f });
        Assert.Equal([50f, 1, 2, 3, 4, 5, 6, 7, 8, 60, 0, 0], x.ToArray<float>());
        x.index_put_(ones(3), [TensorIndex.Tensor(tensor(new long[] { 1, 1, 1 })), 0], accumulate: true);
        Assert.Equal(7f, x[1, 0].item<float>());
        x[tensor(new[] { true, false, true })] = tensor(new[] { 1f, 2, 3, 4 });
        Assert.Equal([1f, 2, 3, 4, 7, 5, 6, 7, 1, 2, 3, 4], x.ToArray<float>());
    }

    [Fact]
    public void Writes_through_indices_are_differentiated()
    {
        var w = tensor(new[] { 2f, 3f }, requires_grad: true);
        var x = zeros(3, 2);
        x[1] = w * w;
        x[tensor(new long[] { 0, 2 }), tensor(new long[] { 1, 0 })] = w;
        (x * tensor(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } })).sum().backward();
        Assert.Equal([14f, 29f], w.grad!.ToArray<float>());
    }

    [Fact]
    public void Errors_name_index_dimension_and_shape()
    {
        Assert.Contains("index 3 is out of range for dimension 0 with size 3 (shape [3, 4])",
            Assert.Throws<IndexOutOfRangeException>(() => Grid[3]).Message);
        Assert.Contains("5 is out of range for dimension 1", Assert.Throws<IndexOutOfRangeException>(() => Grid[.., 5]).Message);
        Assert.Contains("3 indices for a tensor of 2 dimensions",
            Assert.Throws<IndexOutOfRangeException>(() => Grid[0, 0, TensorIndex.Colon]).Message);
        Assert.Contains("the mask has shape [2]",
            Assert.Throws<IndexOutOfRangeException>(() => Grid[tensor(new[] { true, false })]).Message);
    }
}
