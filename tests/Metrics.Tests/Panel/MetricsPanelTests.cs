using System.Diagnostics;
using Qiansi.Metrics.Sampling;
using Qiansi.Metrics.Tests.Doubles;

namespace Qiansi.Metrics.Tests.Panel;

/// <summary>How a panel lives and ends.</summary>
public sealed class MetricsPanelTests : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);
    private readonly TemporaryTree _tree = new TemporaryTree().WriteLinux();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task It_shows_at_once_and_changes_in_place_at_its_pace_from_a_thread_of_its_own()
    {
        var cell = new FakeCell();
        using var panel = Open(cell);
        Assert.Contains("first sample", Assert.Single(cell.Shown.Take(1)).Data["text/plain"]);
        await cell.WaitForAsync(3);
        var clock = Stopwatch.StartNew();
        var before = cell.Shown.Count;
        await cell.WaitForAsync(before + 8);
        Assert.InRange(cell.Shown.Count - before, 8, clock.Elapsed / Pace + 1);
        Assert.Single(cell.Shown.Select(s => s.Id).Distinct());
        Assert.DoesNotContain(Environment.CurrentManagedThreadId, cell.UpdatingThreads);
        Assert.Single(cell.UpdatingThreads);
        Assert.Contains("live, every 100 ms", cell.Shown[^1].Data["text/plain"]);
        Assert.Contains("live, every 100 ms", cell.Shown[^1].Data["text/html"]);
        cell.End();
        await cell.WaitForAsync(cell.Shown.Count + 3);
        Assert.True(panel.IsLive);
    }

    [Fact]
    public async Task Stopping_leaves_a_last_picture_and_nothing_follows()
    {
        var cell = new FakeCell();
        var panel = Open(cell);
        await cell.WaitForAsync(4);
        panel.Stop();
        await EndedAsync(cell, panel, "stopped");
        Assert.Contains(Time(panel), cell.Shown[^1].Data["text/html"]);
        panel.Dispose();
    }

    [Fact]
    public async Task Its_time_ends_it()
    {
        var cell = new FakeCell();
        using var panel = new MetricsPanel(cell, new(_tree.Root), Pace, TimeSpan.FromMilliseconds(450), new());
        var clock = Stopwatch.StartNew();
        await Eventually.HoldsAsync(() => !panel.IsLive);
        Assert.True(clock.ElapsedMilliseconds >= 400);
        await EndedAsync(cell, panel, "its time is over");
    }

    [Fact]
    public async Task It_ends_when_its_cell_runs_again_or_the_session_ends()
    {
        var cell = new FakeCell();
        using var panel = Open(cell);
        await cell.WaitForAsync(3);
        cell.Close();
        await EndedAsync(cell, panel, "started anew");
    }

    [Fact]
    public async Task In_a_batch_run_it_ends_with_its_cell_before_the_cell_is_over()
    {
        var cell = new FakeCell { IsBatch = true };
        using var panel = Open(cell);
        await cell.WaitForAsync(3);
        cell.End();
        Assert.False(panel.IsLive);
        await EndedAsync(cell, panel, "ended with its cell");
    }

    [Fact]
    public async Task Warnings_stand_at_the_top_and_thresholds_can_be_set()
    {
        var cell = new FakeCell();
        using var panel = new MetricsPanel(cell, new(_tree.Root), Pace, null, new() { Memory = 20 });
        await cell.WaitForAsync(2);
        panel.Stop();
        Assert.Contains("⚠ Memory 25 %, warns from 20 %", cell.Shown[^1].Data["text/plain"]);
        Assert.Contains("<tr class=\"m\"><th>Memory", cell.Shown[^1].Data["text/html"]);
    }

    [Fact]
    public async Task A_failure_of_its_own_ends_it_with_the_reason_and_not_the_process()
    {
        var told = new TaskCompletionSource<string>();
        using var loop = new SampleLoop(() => throw new InvalidOperationException("no such luck"), Pace, null, _ => { }, told.SetResult);
        Assert.Equal("failed: InvalidOperationException: no such luck",
            await told.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    private MetricsPanel Open(FakeCell cell) => new(cell, new SystemPaths(_tree.Root), Pace, null, new());

    private static string Time(MetricsPanel panel) =>
        panel.Latest!.Time.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task EndedAsync(FakeCell cell, MetricsPanel panel, string reason)
    {
        Assert.False(panel.IsLive);
        var shown = cell.Shown;
        Assert.Contains(reason, shown[^1].Data["text/plain"]!.Split('\n')[0]);
        Assert.Equal(shown.Count - 1, panel.Updates);
        await Eventually.HoldsAsync(() => panel.HasEnded);
        Assert.Equal(shown.Count, cell.Shown.Count);
    }
}
