using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Shaping;

public sealed class ReshapeTests
{
    [Fact]
    public void Of_a_transposed_tensor_reads_it_in_its_own_order()
    {
        var x = arange(6).reshape(2, 3);
        Assert.Equal([0, 3, 1, 4, 2, 5], x.t().reshape(6).ToArray<long>());
        var y = arange(24).reshape(2, 3, 4).transpose(0, 1).reshape(3, 8);
        Assert.Equal([0, 1, 2, 3, 12, 13, 14, 15], y.select(0, 0).ToArray<long>());
    }

    [Fact]
    public void A_literal_dimension_is_no_type()
    {
        var x = ones(2, 3) * 2;
        Assert.Equal([4f, 4, 4], x.sum(0).ToArray<float>());
        Assert.Equal([4f, 4, 4], x.prod(0).ToArray<float>());
    }
}
