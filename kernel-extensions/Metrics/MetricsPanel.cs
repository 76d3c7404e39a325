using Qiansi.Contracts;
using Qiansi.Drawing;
using Qiansi.Metrics.Panel;
using Qiansi.Metrics.Sampling;

namespace Qiansi.Metrics;

/// <summary>
/// A panel of live figures below a cell. It goes on after the cell has ended, until it is stopped, its time is over, its cell runs again or
/// the session ends.
/// </summary>
/// <remarks>
/// In a run of a whole notebook (<c>nb run</c>) it ends with its cell. Its last picture stays, with the time of its last sample.
/// </remarks>
public sealed class MetricsPanel : IDisposable
{
    private readonly ICellContext? _cell;
    private readonly TimeSpan _every;
    private readonly MetricsThresholds _thresholds;
    private readonly History _history = new();
    private readonly PanelHtml _html = new();
    private readonly string _id = "metrics-" + Guid.NewGuid().ToString("N");
    private readonly SampleLoop? _loop;
    private readonly List<CancellationTokenRegistration> _registrations = [];
    private MetricsSample? _latest;
    private int _updates;
    private volatile bool _isLive;

    internal MetricsPanel(ICellContext? cell, SystemPaths paths, TimeSpan every, TimeSpan? duration, MetricsThresholds thresholds)
    {
        (_cell, _every, _thresholds) = (cell, every, thresholds);
        if (cell is null) return;
        _isLive = true;
        cell.Output.Display(Words("Metrics: the first sample is being taken …"), _id);
        LivePanels.Add(this);
        _loop = new(() => Sampler.Watching(paths, every), every, duration, Show, End);
        StopWhen(cell.Closed, "stopped, its cell or session was started anew");
        if (cell.Session.IsBatch) StopWhen(cell.Ended, "ended with its cell, as panels do in nb run");
    }

    /// <summary>Whether it still changes.</summary>
    public bool IsLive => _isLive;

    /// <summary>The figures it showed last; null before the first.</summary>
    public MetricsSample? Latest => Volatile.Read(ref _latest);

    /// <summary>How often its picture was changed.</summary>
    public int Updates => Volatile.Read(ref _updates);

    /// <summary>Whether it shows itself below the cell; outside of a cell it shows only when it is formatted.</summary>
    internal bool IsShown => _cell is not null;

    /// <summary>Whether no picture follows.</summary>
    internal bool HasEnded => _loop is not { HasEnded: false };

    /// <summary>The session it belongs to.</summary>
    internal ISession? Session => _cell?.Session;

    /// <summary>Ends it; its last picture stays.</summary>
    public void Stop() => Stop("stopped");

    /// <inheritdoc />
    public void Dispose() => Stop();

    private void Stop(string reason) => _loop?.Stop(reason);

    private void StopWhen(CancellationToken token, string reason)
    {
        // Not within the lock: of a token that is cancelled already the callback runs here and now.
        var registration = token.Register(() => Stop(reason));
        lock (_registrations) _registrations.Add(registration);
    }

    private void Show(MetricsSample sample)
    {
        Volatile.Write(ref _latest, sample);
        _history.Add(sample);
        Put($"live, every {Wording.Interval(_every)}", isLive: true);
    }

    private void End(string reason)
    {
        _isLive = false;
        LivePanels.Remove(this);
        lock (_registrations)
        {
            foreach (var registration in _registrations) registration.Unregister();
        }

        Put(reason, isLive: false);
    }

    private void Put(string state, bool isLive)
    {
        if (Latest is not { } sample)
        {
            _cell!.Output.UpdateDisplay(Words($"Metrics: {state}"), _id);
            return;
        }

        var view = new PanelView(sample, _thresholds.Check(sample), _history, state, isLive);
        Interlocked.Increment(ref _updates);
        _cell!.Output.UpdateDisplay(new() { { "text/html", _html.Write(view) }, { "text/plain", PanelText.Write(view) } }, _id);
    }

    private static MimeBundle Words(string text) =>
        new() { { "text/html", $"<div class=\"qn-metrics\">{MarkupText.Escape(text)}</div>" }, { "text/plain", text } };
}
