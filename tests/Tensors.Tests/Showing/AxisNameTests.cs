using static Qiansi.torch;

namespace Qiansi.Tensors.Tests.Showing;

public sealed class AxisNameTests
{
    private readonly Tensor _x = rand([4, 3, 8, 6]).WithAxes("batch", "channel", "height", "width");

    [Fact]
    public void NamesFollowViews()
    {
        Assert.Equal(["batch", "channel", "height", "width"], _x.AxisNames());
        Assert.Equal(["channel", "height", "width"], _x[0].AxisNames());
        Assert.Equal(["height", "width"], _x.select(0, 1).select(0, 2).AxisNames());
        Assert.Equal(["batch", "height", "width", "channel"], _x.permute(0, 2, 3, 1).AxisNames());
        Assert.Equal(["batch", "channel", "width", "height"], _x.transpose(2, 3).AxisNames());
        Assert.Equal(["batch", "channel", "height", "width"], _x.narrow(2, 1, 4).AxisNames());
        Assert.Equal(["batch", "channel", "height", "width"], _x.detach().AxisNames());
        Assert.Equal(["batch", "channel", "height", "width"], _x.slice(3, 0, 6, 2).AxisNames());
    }

    [Fact]
    public void WhatCannotBeKnownHasNoName()
    {
        Assert.Equal([null, null], _x.reshape(4, 144).AxisNames().Select((n, d) => d == 0 ? null : n));
        Assert.Equal([null, null, null, null], (_x + 1).AxisNames());
        Assert.Null(_x.reshape(4, 3, 48).AxisNames()[2]);
    }

    [Fact]
    public void WrongNamesSayWhatIsWrong()
    {
        Assert.Contains("2 names (a, b) for a tensor of 4 dimensions, shape [4, 3, 8, 6]",
            Assert.Throws<ArgumentException>(() => _x.WithAxes("a", "b")).Message);
        Assert.Contains("'a' names two dimensions", Assert.Throws<ArgumentException>(() => _x.WithAxes("a", "b", "a", "c")).Message);
    }
}
