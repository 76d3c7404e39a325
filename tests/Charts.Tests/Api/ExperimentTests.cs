using Qiansi.Teaching;

namespace Qiansi.Charts.Tests.Api;

/// <summary>An experiment becomes dots, means and intervals.</summary>
public sealed class ExperimentTests
{
    private static readonly int[] Seeds = [1, 2, 3];

    [Fact]
    public void A_sweep_has_a_logarithmic_axis_when_it_is_wide()
    {
        var chart = Chart.Of(Experiment.Sweep("rate", [0.01, 0.1, 1], Seeds, 1, (rate, seed, _) => rate + seed));
        Assert.Equal("log", chart.Layout.Part("xaxis")["type"]);
        Assert.Equal(9, ((Array)chart.Traces[0]["x"]!).Length);
        Assert.Equal([2.01, 2.1, 3.0], (double[])chart.Traces[1]["y"]!);
        var errors = (double[])((PlotlyObject)chart.Traces[1]["error_y"]!)["array"]!;
        Assert.All(errors, e => Assert.Equal(1 / Math.Sqrt(3), e, 12));
        Assert.Null(Chart.Of(Experiment.Sweep("layers", [1, 2], Seeds, 1, (n, _, _) => n)).Layout.Part("xaxis")["type"]);
    }

    [Fact]
    public void Arms_stand_side_by_side_and_runs_that_broke_down_are_left_out()
    {
        var chart = Chart.Of(Experiment.Compare(
            Seeds, 1, [("plain", (seed, _) => seed == 3 ? double.NaN : seed), ("residual", (seed, _) => seed)], measure: "training loss"));
        Assert.Equal(["plain", "plain", "residual", "residual", "residual"], (string[])chart.Traces[0]["x"]!);
        Assert.Equal(["residual"], (string[])chart.Traces[1]["x"]!);
        Assert.Contains("training loss", chart.ToSvg());
    }
}
