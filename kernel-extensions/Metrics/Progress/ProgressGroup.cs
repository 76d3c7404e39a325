using System.Runtime.CompilerServices;
using Qiansi.Contracts;
using Qiansi.Runtime;

namespace Qiansi.Metrics;

/// <summary>
/// The bars of a cell that run within one another: they share one place on the screen, and together change it at most eight times a second.
/// </summary>
internal sealed class ProgressGroup
{
    /// <summary>Least time between two changes.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(125);

    /// <summary>How often the clock of a bar that does not move is shown.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private const int LineLimit = 200;

    private static readonly ConditionalWeakTable<ICellContext, ProgressGroup> OfCells = [];
    private static readonly ProgressGroup OfProcess = new(new ConsoleScreen(Console.Error, Console.IsErrorRedirected), TimeProvider.System,
        CancellationToken.None, CancellationToken.None);

    private readonly Lock _gate = new();
    private readonly IProgressScreen _screen;
    private readonly CancellationToken _interrupt;
    private readonly List<ProgressBar> _bars = [];
    private readonly List<string> _lines = [];
    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _ending;
    private long _shown;
    private long _due;
    private int _linesLeft;

    /// <summary>A group of no bars.</summary>
    /// <param name="screen">Where it is shown.</param>
    /// <param name="time">The clock.</param>
    /// <param name="interrupt">Cancelled when the cell is interrupted.</param>
    /// <param name="ended">Cancelled when the cell has ended: bars nobody has ended stop.</param>
    public ProgressGroup(IProgressScreen screen, TimeProvider time, CancellationToken interrupt, CancellationToken ended)
    {
        (_screen, Time, _interrupt) = (screen, time, interrupt);
        _timer = time.CreateTimer(_ => OnTimer(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _ending = ended.Register(StopAll);
    }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Whether the cell was interrupted.</summary>
    public bool IsInterrupted => _interrupt.IsCancellationRequested;

    /// <summary>The innermost bar that runs.</summary>
    public ProgressBar? Current
    {
        get
        {
            lock (_gate) return _bars.FindLast(b => !b.HasEnded);
        }
    }

    /// <summary>The group of the cell that runs the calling code, or of the process outside of cells.</summary>
    public static ProgressGroup OfCaller() => CurrentCell.Context is { } cell
        ? OfCells.GetValue(cell, c => new(new CellScreen(c.Output), TimeProvider.System, c.Cancellation, c.Ended))
        : OfProcess;

    /// <summary>That group, when it has had a bar.</summary>
    public static ProgressGroup? FindOfCaller() =>
        CurrentCell.Context is not { } cell ? OfProcess : OfCells.TryGetValue(cell, out var group) ? group : null;

    /// <summary>Adds a bar below those that run.</summary>
    public ProgressBar Start(BarTask task)
    {
        lock (_gate)
        {
            if (_bars.TrueForAll(b => b.HasEnded)) Clear();
            var bar = new ProgressBar(this, task, _bars.Count(b => !b.HasEnded));
            // The bar of the last round of an inner loop gives its place to the next.
            _bars.RemoveAll(b => b.HasEnded && b.Depth >= bar.Depth);
            _bars.Add(bar);
            if (_bars.Count == 1) Show();
            else Changed();
            return bar;
        }
    }

    /// <summary>Something has changed: it is shown now, or when it is time.</summary>
    public void Changed()
    {
        if (Time.GetTimestamp() < Interlocked.Read(ref _due)) return;
        lock (_gate)
        {
            var wait = Interval - Time.GetElapsedTime(_shown);
            if (wait <= TimeSpan.Zero)
            {
                Show();
                return;
            }

            // The timer shows this and what follows until then; nobody else needs to look at the clock before.
            Interlocked.Exchange(ref _due, Time.GetTimestamp() + (long)(wait.TotalSeconds * Time.TimestampFrequency));
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Adds lines above the bars.</summary>
    public void Write(string text)
    {
        lock (_gate)
        {
            if (!_screen.KeepsLines)
            {
                _screen.WriteLine(text);
                Show();
                return;
            }

            _lines.AddRange(text.ReplaceLineEndings("\n").Split('\n'));
            if (_lines.Count > LineLimit)
            {
                _linesLeft += _lines.Count - LineLimit;
                _lines.RemoveRange(0, _lines.Count - LineLimit);
            }

            Changed();
        }
    }

    /// <summary>A bar has ended; with the last the picture becomes final.</summary>
    public void Finished(ProgressBar bar)
    {
        lock (_gate)
        {
            if (!_bars.Contains(bar)) return;
            if (_bars.Exists(b => !b.HasEnded))
            {
                Changed();
                return;
            }

            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _bars.RemoveAll(b => b.Depth > 0 && b.End == BarEnd.Completed);
            _screen.Show(View(), isFinal: true);
            Clear();
        }
    }

    private void Clear()
    {
        _bars.Clear();
        _lines.Clear();
        _linesLeft = 0;
        Interlocked.Exchange(ref _due, 0);
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            if (_bars.Exists(b => !b.HasEnded)) Show();
        }
    }

    private void Show()
    {
        _shown = Time.GetTimestamp();
        Interlocked.Exchange(ref _due, 0);
        _timer.Change(Tick, Timeout.InfiniteTimeSpan);
        _screen.Show(View(), isFinal: false);
    }

    private ProgressView View() => new([.. _bars.Select(b => b.State())], [.. _lines], _linesLeft);

    private void StopAll()
    {
        ProgressBar[] running;
        lock (_gate) running = [.. _bars.Where(b => !b.HasEnded).Reverse()];
        foreach (var bar in running) bar.Finish(BarEnd.Stopped);
        _ending.Unregister();
        _timer.Dispose();
    }
}
