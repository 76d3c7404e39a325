using Qiansi.Contracts;
using Qiansi.Engine;

namespace Qiansi.Metrics.Tests.Progress;

/// <summary>Bars of cells in a session, as a user writes them.</summary>
public sealed class ProgressTests : IDisposable
{
    private readonly Session _session = new(openLibraries: ["Qiansi.Metrics"]);
    private readonly CountingSink _sink = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_loop_over_items_shows_one_display_with_few_updates()
    {
        await Run("""
            var sum = 0L;
            foreach (var i in Progress.Track(Enumerable.Range(0, 2_000_000), "adding")) { sum += i; if (i % 1000 == 0) Progress.Set("sum", sum); }
            """);
        Assert.Equal(1, _sink.Displays);
        Assert.InRange(_sink.Updates, 1, 1 + 9 * (int)Math.Ceiling(_sink.Seconds));
        Assert.Matches("^adding .*100 %.*2,000,000 of 2,000,000 · .* · sum 1998001499500", _sink.Last["text/plain"]!);
        Assert.Contains("role=\"progressbar\"", _sink.Last["text/html"]);
    }

    [Fact]
    public async Task Nested_asynchronous_and_manual_bars_share_the_display()
    {
        await Run("""
            async IAsyncEnumerable<int> Numbers() { for (var i = 0; i < 3; i++) { await Task.Delay(30); yield return i; } }
            foreach (var epoch in Progress.Track(new[] { 1, 2 }, "epoch"))
            {
                await foreach (var n in Progress.Track(Numbers(), "batch", total: 3)) { }
                using var bar = Progress.Start(10, "test");
                for (var i = 0; i < 10; i++) bar.Advance();
                Progress.Write($"epoch {epoch} done");
            }
            """);
        Assert.Equal(1, _sink.Displays);
        Assert.Contains(_sink.Texts, t => t.Contains("batch", StringComparison.Ordinal));
        Assert.Matches("^epoch 1 done\nepoch 2 done\nepoch .*2 of 2", _sink.Last["text/plain"]!);
    }

    [Fact]
    public async Task An_interrupt_leaves_a_bar_that_says_where_it_stopped()
    {
        var running = _session.ExecuteAsync(
            "foreach (var i in Progress.Track(Enumerable.Range(0, 1000), \"sleeping\")) Thread.Sleep(10);", _sink);
        await Eventually.HoldsAsync(() => _sink.Texts.Exists(t => t.Contains("/s", StringComparison.Ordinal)));
        _session.Interrupt();
        Assert.Equal(CellStatus.Interrupted, await running);
        Assert.Matches("^sleeping .*interrupted at [0-9]+ of 1,000", _sink.Last["text/plain"]!);
    }

    [Fact]
    public async Task A_break_and_an_exception_leave_it_too()
    {
        await Run("foreach (var i in Progress.Track(Letters(), \"letters\")) if (i == 'c') break;\nIEnumerable<char> Letters() { for (var "
            + "c = 'a'; ; c++) yield return c; }");
        Assert.Matches("^letters  stopped at 2 · ", _sink.Last["text/plain"]!);
        Assert.Equal(CellStatus.Error, await _session.ExecuteAsync(
            "foreach (var i in Progress.Track(new List<int> { 1, 2, 3 })) if (i == 3) throw new InvalidOperationException();", _sink));
        Assert.Contains("stopped at 2 of 3", _sink.Last["text/plain"]);
    }

    [Fact]
    public async Task A_bar_that_is_not_disposed_stops_with_its_cell()
    {
        await Run("var forgotten = Progress.Start(5); forgotten.Advance(2);");
        Assert.Contains("stopped at 2 of 5", _sink.Last["text/plain"]);
        await Run("Progress.Write(\"no bar runs\")");
        Assert.Equal("no bar runs\n", _sink.Printed.ReplaceLineEndings("\n"));
    }

    private async Task Run(string code)
    {
        _sink.Begin();
        var status = await _session.ExecuteAsync(code, _sink);
        Assert.True(status == CellStatus.Ok, _sink.Failure is null ? "no error told" : string.Join('\n', _sink.Failure.Traceback));
        _sink.End();
    }
}
