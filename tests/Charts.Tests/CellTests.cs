using System.Text.RegularExpressions;
using Qiansi.Contracts;
using Qiansi.Engine;

namespace Qiansi.Charts.Tests;

/// <summary>Charts in cells of a session that knows the library.</summary>
public sealed partial class CellTests
{
    private static readonly string Folder = Path.Combine(Repository.Folder, "kernel-extensions", "Charts");

    [Fact]
    public async Task The_example_of_the_README_shows_curves_and_a_chart()
    {
        var code = Example().Match(File.ReadAllText(Path.Combine(Folder, "README.md"))).Groups[1].Value;
        var sink = await Run(code);
        Assert.Contains("Loss: cross-entropy over epoch", sink.Value!["text/plain"]);
        Assert.StartsWith("<svg", sink.Value["image/svg+xml"]);
        var last = sink.Shown[^1];
        Assert.Contains("best val loss", last["text/plain"]!);
        Assert.Contains("\"data\"", last["application/vnd.plotly.v1+json"]);
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
        var run = session.ExecuteAsync("using var live = Train.Live(\"loss\");\nfor (var i = 0; ; i++) { live.Add(i, 1.0 / (1 + i)); System.Threading.Thread.Sleep(5); }", sink);
        while (sink.Shown.Count < 3 && !run.IsCompleted) await Task.Delay(20, TestContext.Current.CancellationToken);
        session.Interrupt();
        await run;
        Assert.NotNull(sink.Failure);
        Assert.Contains("\"data\"", sink.Shown[^1]["application/vnd.plotly.v1+json"]);
        Assert.Contains("interrupted", sink.Shown[^1]["text/plain"]);
    }

    [Fact]
    public void The_picture_is_there() => Assert.InRange(new FileInfo(Path.Combine(Folder, "charts.png")).Length, 1000, 250_000);

    private static async Task<RecordingSink> Run(string code)
    {
        using var session = new Session(openLibraries: ["Qiansi.Charts"]);
        var sink = new RecordingSink();
        var status = await session.ExecuteAsync(code, sink);
        Assert.True(status == CellStatus.Ok, sink.Failure is null ? "no error told" : string.Join('\n', sink.Failure.Traceback));
        return sink;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
