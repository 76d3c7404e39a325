using System.Diagnostics;
using System.Globalization;
using Qiansi.Drawing;
using Qiansi.Teaching;
using Qiansi.Teaching.Sweeps;
using Qiansi.Tool.Progress;
using Spectre.Console;

namespace Qiansi.Tool.Sweeps;

/// <summary>Shows a sweep while it goes on: a line a run that has ended and, on a terminal, what runs and how long the rest may
/// take.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="jobs">How many run at once.</param>
internal sealed class SweepProgress(TextWriter output, int jobs) : IDisposable
{
    private const int MostListed = 20;

    private readonly Lock _gate = new();
    private readonly IAnsiConsole _console = TerminalOutput.For(output);
    private readonly List<SweepRun> _running = [];
    private readonly long _begun = Stopwatch.GetTimestamp();
    private LiveLine? _live;
    private int _open;
    private int _ended;

    /// <summary>Lists the runs, the middle of many left out.</summary>
    public void List(string description, IReadOnlyList<SweepRun> runs)
    {
        Line(description);
        var (first, last) = runs.Count <= MostListed ? (runs.Count, 0) : (MostListed - 3, 2);
        foreach (var run in runs.Take(first)) Line($"  {Number(run)}  {run.Title}");
        if (last == 0) return;
        Line($"  … {runs.Count - first - last} more …");
        foreach (var run in runs.TakeLast(last)) Line($"  {Number(run)}  {run.Title}");
    }

    /// <summary>The runs begin.</summary>
    /// <param name="open">How many are to run.</param>
    /// <param name="done">How many are not, because they ended in an earlier start.</param>
    public void Begin(int open, int done)
    {
        _open = open;
        if (done > 0) Line($"{done} ended in an earlier start, {open} to run");
    }

    /// <summary>A run begins.</summary>
    public void Started(SweepRun run)
    {
        lock (_gate)
        {
            _running.Add(run);
            Redraw();
        }
    }

    /// <summary>A run has ended.</summary>
    public void Ended(SweepRun run, RunState state, IReadOnlyList<RecordedValue> recorded)
    {
        lock (_gate)
        {
            _running.Remove(run);
            _ended++;
            _live?.Dispose();
            _live = null;
            var values = recorded.GroupBy(v => v.Name).Select(g => $"{g.Key}={NumberText.Short(g.Last().Value)}");
            Line($"  {ProgressText.Place(_ended, _open)} {state.Status,-11} {ProgressText.Time(TimeSpan.FromSeconds(state.Seconds)),9}  "
                + string.Join("  ", values.Prepend($"{Number(run)} {run.Title}")));
            if (state.Error is { } error) Line($"      {error}");
            Redraw();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate) _live?.Dispose();
    }

    /// <summary>The rest at the pace so far; each of the jobs works on it.</summary>
    private string Rest()
    {
        if (_ended < jobs) return "";
        var rest = Stopwatch.GetElapsedTime(_begun) * ((double)(_open - _ended) / _ended);
        return $", about {ProgressText.Time(rest)} left";
    }

    private void Redraw()
    {
        if (!_console.Profile.Capabilities.Ansi) return;
        _live?.Dispose();
        _live = _running.Count == 0 ? null
            : new LiveLine(_console, $"{_ended} of {_open} ended{Rest()}; running: {string.Join(" | ", _running.Select(r => r.Title))}");
    }

    private void Line(string text)
    {
        output.WriteLine(text);
        output.Flush();
    }

    private static string Number(SweepRun run) => run.Index.ToString("000", CultureInfo.InvariantCulture);
}
