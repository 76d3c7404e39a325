using Qiansi.Engine;

namespace Qiansi.Charts.Tests;

/// <summary>Charts in cells of a session that knows the library.</summary>
public sealed class CellTests
{
    private static readonly Readme Readme = new("kernel-extensions/Charts");

    [Fact]
    public async Task The_example_of_the_README_shows_curves_and_a_chart()
    {
        var sink = await Run(Readme.Example());
        Assert.Contains("Loss: cross-entropy over epoch", sink.Value!["text/plain"]);
        Assert.StartsWith("<svg", sink.Value["image/svg+xml"]);
        var last = sink.Displays[^1];
        Assert.Contains("best val loss", last["text/plain"]!);
        Assert.Contains("\"data\"", last["application/vnd.plotly.v1+json"]);
    }

    [Fact]
    public async Task The_example_of_a_watched_net_shows_its_instruments()
    {
        var sink = await Run(Readme.Example("`live.Watch"));
        Assert.Contains(">log₁₀ update ratio<", sink.Displays[^1]["image/svg+xml"]!);
        Assert.Contains("activation deviation, 1 ReLU: 50 values", sink.Displays[^1]["text/plain"]!);
        Assert.Contains("0 Linear", sink.Value!["text/plain"]);
    }

    [Fact]
    public async Task Charts_within_other_values_are_drawn()
    {
        ChartsExtension.Register();
        var sink = await Run("new[] { Chart.Column(new[] { 1, 2 }, new[] { \"a\", \"b\" }) }");
        Assert.Contains("<svg", sink.Value!["text/html"]);
    }

    [Fact]
    public async Task An_interrupted_loop_leaves_its_figure()
    {
        using var session = new Session(openLibraries: ["Qiansi.Charts"]);
        var sink = new RecordingSink();
        var run = session.ExecuteAsync(
            "using var live = Train.Live(\"loss\");\nfor (var i = 0; ; i++) { live.Add(i, 1.0 / (1 + i)); "
            + "System.Threading.Thread.Sleep(5); }", sink);
        await sink.When(s => s.Displays.Count >= 3);
        session.Interrupt();
        await run;
        Assert.NotNull(sink.Failure);
        Assert.Contains("\"data\"", sink.Displays[^1]["application/vnd.plotly.v1+json"]);
        Assert.Contains("interrupted", sink.Displays[^1]["text/plain"]);
    }

    [Fact]
    public void The_picture_is_there() => Readme.HasPicture("charts.png");

    private static async Task<RecordingSink> Run(string code)
    {
        using var session = new Session(openLibraries: ["Qiansi.Charts"]);
        return await session.RunAsync(code);
    }
}
