using Qiansi.Tool.Sweeps;

namespace Qiansi.Tool.Tests.Sweeps;

public sealed class ParameterGridTests
{
    private static readonly ParameterAxis[] Axes =
        [ParameterAxis.Parse("lr", "0.1,0.01"), ParameterAxis.Parse("seed", "1..3"), ParameterAxis.Parse("net", "mlp")];

    [Fact]
    public void All_combinations_come_with_the_last_parameter_changing_fastest()
    {
        Assert.Equal(["0.1 1 mlp", "0.1 2 mlp", "0.1 3 mlp", "0.01 1 mlp", "0.01 2 mlp", "0.01 3 mlp"], Lines(Axes));
        Assert.Equal("lr (2) × seed (3) = 6 runs", ParameterGrid.Describe(Axes, zip: false, 6));
    }

    [Fact]
    public void Pairs_need_equally_many_values()
    {
        ParameterAxis[] pairs = [ParameterAxis.Parse("lr", "0.1,0.01"), ParameterAxis.Parse("batch", "32,64"), Axes[2]];
        Assert.Equal(["0.1 32 mlp", "0.01 64 mlp"], Lines(pairs, zip: true));
        Assert.Contains("2 of lr, 3 of seed", Assert.Throws<CommandException>(() => Lines(Axes, zip: true)).Message);
    }

    [Fact]
    public void A_sample_is_of_different_combinations_and_the_same_at_each_start()
    {
        var drawn = Lines(Axes, sample: 4);
        Assert.Equal(4, drawn.Distinct().Count());
        Assert.Subset(Lines(Axes).ToHashSet(), drawn.ToHashSet());
        Assert.Equal(drawn, Lines(Axes, sample: 4));
        Assert.Equal(Lines(Axes), Lines(Axes, sample: 100));
        Assert.Equal("lr (2) × seed (3) = 6 runs, 4 drawn", ParameterGrid.Describe(Axes, zip: false, 4));
    }

    [Fact]
    public void Very_many_combinations_can_only_be_sampled()
    {
        ParameterAxis[] many = [.. Enumerable.Range(0, 6).Select(i => ParameterAxis.Parse($"p{i}", "1..1000"))];
        Assert.Contains("1,000,000,000,000,000,000 runs", Assert.Throws<CommandException>(() => Lines(many)).Message);
        Assert.Equal(5, Lines(many, sample: 5).Distinct().Count());
    }

    private static List<string> Lines(ParameterAxis[] axes, bool zip = false, int? sample = null) =>
        [.. ParameterGrid.Of(axes, zip, sample).Select(p => string.Join(' ', axes.Select(a => p[a.Name])))];
}
