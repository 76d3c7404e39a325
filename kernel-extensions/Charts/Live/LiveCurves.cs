using System.Diagnostics.CodeAnalysis;
using Qiansi.Charts.Live;
using Qiansi.Charts.Output;
using Qiansi.Contracts;
using Qiansi.Teaching;

namespace Qiansi.Charts;

/// <summary>Curves that grow below a cell while it runs, drawn at most four times a second and once more at the end.</summary>
/// <remarks>
/// Values are taken from any thread. Drawing happens beside the loop, on a thread of the pool. While it runs the figure is a drawing; at
/// its end it is a chart that can be zoomed, with the drawing for hosts without script. A cell that is interrupted leaves the figure of
/// what was reached.
/// </remarks>
public sealed class LiveCurves : IDisposable
{
    /// <summary>Least time between two drawings.</summary>
    internal static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly LiveSettings _settings;
    private readonly ILiveDisplay _display;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly object _data = new(), _drawing = new();
    private readonly List<LiveSeries> _series = [];
    private readonly List<(double X, string Text)> _marks = [];
    private readonly List<(string Name, NetWatch Watch)> _watched = [];
    private readonly int _declared;
    private long _drawnAt;
    private volatile bool _isClosed;
    private bool _isDue;

    internal LiveCurves(LiveSettings settings, ILiveDisplay display, TimeProvider time)
    {
        if (settings.Series.Length == 0)
            throw new ArgumentException("Train.Live needs the names of its curves: Train.Live(\"loss\", \"accuracy\")");
        if (settings.Series.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"Train.Live: the curve \"{twice.Key}\" is named twice");
        (_settings, _display, _time, _declared) = (settings, display, time, settings.Series.Length);
        _series.AddRange(settings.Series.Select(n => new LiveSeries(n)));
        _timer = time.CreateTimer(_ => Draw(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _drawnAt = time.GetTimestamp();
        _display.Show(Moving());
    }

    /// <summary>Adds a value to each curve.</summary>
    /// <param name="x">The epoch or step.</param>
    /// <param name="values">One for each curve, in the order of their names; NaN for what was not measured.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than names.</exception>
    public void Add(double x, params double[] values)
    {
        if (values.Length != _declared)
            throw new ArgumentException(
                $"Add: {values.Length} values for {_declared} curves ({string.Join(", ", _settings.Series)}); give one for each, or name "
                    + $"them: live.Add({x}, (\"{_settings.Series[0]}\", …))");
        lock (_data)
        {
            for (var i = 0; i < values.Length; i++) Append(_series[i], x, values[i]);
            Schedule();
        }
    }

    /// <summary>Adds values to some curves by name; a new name begins a curve.</summary>
    public void Add(double x, params (string Name, double Value)[] values)
    {
        lock (_data)
        {
            foreach (var (name, value) in values)
            {
                var series = _series.Find(s => s.Name == name);
                if (series is null) _series.Add(series = new LiveSeries(name));
                Append(series, x, value);
            }

            Schedule();
        }
    }

    /// <summary>Marks a place along the curves: a lower learning rate, unfrozen layers.</summary>
    public void Mark(double x, string text)
    {
        lock (_data)
        {
            _marks.Add((x, text));
            Schedule();
        }
    }

    /// <summary>
    /// Adds the instruments of a net in training to the figure, a curve a layer: gradient norms, update ratios with the usual 10⁻³, mean
    /// and deviation of activations, and the share of dead or saturated units. They move at each <c>optimizer.step()</c>.
    /// </summary>
    /// <param name="net">The net, or any part of it.</param>
    /// <param name="optimizer">What updates it.</param>
    /// <param name="name">Its name in the plots, where several nets are watched.</param>
    /// <returns>The readings, layer by layer; watching ends with it or with the figure, whichever comes first.</returns>
    /// <exception cref="ArgumentException">The optimizer updates none of the net's parameters.</exception>
    /// <exception cref="ObjectDisposedException">The figure is finished.</exception>
    public NetWatch Watch(torch.nn.Module net, torch.optim.Optimizer optimizer, string name = "")
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        var watch = new NetWatch(net, optimizer);
        watch.Measured += () =>
        {
            lock (_data) Schedule();
        };
        lock (_data) _watched.Add((name, watch));
        return watch;
    }

    /// <summary>The chart of what was added so far.</summary>
    public GenericChart Chart
    {
        get
        {
            LiveSeries[] series;
            (double, string)[] marks;
            (string, NetWatch)[] watched;
            lock (_data) (series, marks, watched) = ([.. _series.Select(s => s.Snapshot())], [.. _marks], [.. _watched]);
            return LiveFigure.Of(_settings, series, marks, watched);
        }
    }

    /// <summary>Draws the figure that stays.</summary>
    public void Dispose()
    {
        // The thread of an interrupted cell may be woken here once more; the figure is left behind all the same.
        while (!TryEnter()) { }
        try
        {
            if (_isClosed) return;
            _isClosed = true;
            _timer.Dispose();
            foreach (var (_, watch) in _watched) watch.Dispose();
            var chart = Chart;
            if (_display.IsInterrupted) chart = chart.WithTitle(chart.Layout.Title is { } title ? $"{title} (interrupted)" : "Interrupted");
            _display.Show(ChartBundle.Of(chart));
        }
        finally
        {
            Monitor.Exit(_drawing);
        }
    }

    private static void Append(LiveSeries series, double x, double y)
    {
        series.X.Add(x);
        series.Y.Add(y);
    }

    /// <summary>Sees to it that what was added is drawn, as soon as the last drawing is old enough.</summary>
    private void Schedule()
    {
        if (_isDue || _isClosed) return;
        _isDue = true;
        var wait = Interval - _time.GetElapsedTime(_drawnAt);
        _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    [SuppressMessage("Design", "CA1031",
        Justification = "An exception on a thread of the pool would end the process; the loop goes on without the picture, which "
            + "says why.")]
    private void Draw()
    {
        lock (_drawing)
        {
            if (_isClosed) return;
            lock (_data) (_isDue, _drawnAt) = (false, _time.GetTimestamp());
            MimeBundle bundle;
            try
            {
                bundle = Moving();
            }
            catch (Exception e)
            {
                bundle = MimeBundle.Plain($"The curves could not be drawn: {e.Message}");
            }

            _display.Show(bundle);
        }
    }

    /// <summary>What is shown while the loop runs: a drawing alone, which replaces the last one without flicker.</summary>
    private MimeBundle Moving()
    {
        var chart = Chart;
        return new MimeBundle { { "text/html", chart.ToHtml() }, { "text/plain", chart.ToString() } };
    }

    private bool TryEnter()
    {
        try
        {
            Monitor.Enter(_drawing);
            return true;
        }
        catch (ThreadInterruptedException)
        {
            return false;
        }
    }
}
