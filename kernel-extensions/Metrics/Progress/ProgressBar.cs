using Qiansi.Drawing;

namespace Qiansi.Metrics;

/// <summary>A bar that runs. It may be moved from several threads.</summary>
public sealed class ProgressBar : IDisposable
{
    /// <summary>How long back the rate looks, in seconds.</summary>
    private const double RateWindow = 4;

    private readonly ProgressGroup _group;
    private readonly BarTask _task;
    private readonly long _start;
    private readonly Lock _gate = new();
    private readonly List<KeyValuePair<string, string>> _values = [];
    private string _description;
    private long _done;
    private double _rate;
    private (long Time, long Done) _rated;
    private TimeSpan _elapsed;
    private volatile BarEnd _end;

    internal ProgressBar(ProgressGroup group, BarTask task, int depth)
    {
        if (task.Total < 0)
            throw new ArgumentOutOfRangeException(nameof(task),
                $"A bar cannot end at {task.Total}; leave the total out when nobody knows it.");
        (_group, _task, _description, Depth) = (group, task, task.Description, depth);
        _start = group.Time.GetTimestamp();
        _rated = (_start, 0);
    }

    /// <summary>Steps done.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Where it ends; null when nobody knows.</summary>
    public long? Total => _task.Total;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _end != BarEnd.Runs;

    /// <summary>Bars around it when it started.</summary>
    internal int Depth { get; }

    internal BarEnd End => _end;

    /// <summary>So many more steps are done.</summary>
    public void Advance(long steps = 1)
    {
        Interlocked.Add(ref _done, steps);
        if (!HasEnded) _group.Changed();
    }

    /// <summary>So many steps are done in all.</summary>
    public void MoveTo(long done)
    {
        Interlocked.Exchange(ref _done, done);
        if (!HasEnded) _group.Changed();
    }

    /// <summary>Shows a value behind the bar.</summary>
    /// <param name="name">Its name; the same name again replaces it.</param>
    /// <param name="value">A number or any value; null takes it away.</param>
    public void Set(string name, object? value)
    {
        var text = value switch
        {
            null => null,
            float or double or Half or decimal =>
                NumberText.Short(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)),
            IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
        lock (_gate)
        {
            var at = _values.FindIndex(v => v.Key == name);
            if (text is null)
            {
                if (at >= 0) _values.RemoveAt(at);
            }
            else if (at >= 0) _values[at] = new(name, text);
            else _values.Add(new(name, text));
        }

        if (!HasEnded) _group.Changed();
    }

    /// <summary>Says anew what is done.</summary>
    public void Describe(string description)
    {
        lock (_gate) _description = description;
        if (!HasEnded) _group.Changed();
    }

    /// <summary>All is done, also when fewer steps were than expected. Later calls change nothing.</summary>
    public void Complete() => Finish(BarEnd.Completed);

    /// <summary>Ends the bar: it is complete when all steps are done (or nobody knew how many), else it says where it stopped.</summary>
    public void Dispose() => Finish(_task.Total is not { } total || Done >= total ? BarEnd.Completed : BarEnd.Stopped);

    /// <summary>How it stands, on one line.</summary>
    public override string ToString() => BarText.Line(State(), 20);

    /// <summary>Ends it; later ends change nothing.</summary>
    internal void Finish(BarEnd end)
    {
        lock (_gate)
        {
            if (_end != BarEnd.Runs) return;
            // What an interrupt ends without a total has not come to its end by itself.
            if (end == BarEnd.Completed && _task.Total is null && _group.IsInterrupted) end = BarEnd.Stopped;
            _elapsed = _group.Time.GetElapsedTime(_start);
            _end = end;
        }

        _group.Finished(this);
    }

    /// <summary>How it stands now.</summary>
    internal BarState State()
    {
        lock (_gate)
        {
            var (done, now) = (Done, _group.Time.GetTimestamp());
            var elapsed = HasEnded ? _elapsed : _group.Time.GetElapsedTime(_start, now);
            var average = elapsed.TotalSeconds > 0 ? done / elapsed.TotalSeconds : 0;
            Rate(done, now);
            return new(_description, done, _task.Total, _task.Unit, elapsed, HasEnded || _rate == 0 ? average : _rate, _end,
                _group.IsInterrupted, [.. _values]);
        }
    }

    /// <summary>The newest speed counts most: it weighs as much as its time does in the window.</summary>
    private void Rate(long done, long now)
    {
        var seconds = _group.Time.GetElapsedTime(_rated.Time, now).TotalSeconds;
        if (seconds < 0.05 || done == _rated.Done) return;
        var latest = (done - _rated.Done) / seconds;
        var weight = _rate == 0 ? 1 : 1 - Math.Exp(-seconds / RateWindow);
        _rate += (latest - _rate) * weight;
        _rated = (now, done);
    }
}
