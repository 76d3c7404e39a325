using System.Diagnostics;
using Qiansi.Documents;

namespace Qiansi.Tool.Running;

/// <summary>Saves a run after each of its cells, so that a kill of this process loses nothing that had finished.</summary>
/// <param name="save">Writes the notebook as it is.</param>
/// <remarks>Saving takes at most a tenth of the time: where cells end faster than that, a timer saves them a moment later, while the next
/// cell runs.</remarks>
internal sealed class Checkpoints(Action save) : IDisposable
{
    private readonly Lock _gate = new();
    private Timer? _timer;
    private long _last;
    private TimeSpan _pause;
    private bool _isDue, _isEnded;

    /// <summary>Changes the notebook, not while it is saved.</summary>
    public void Change(Action change)
    {
        lock (_gate) change();
    }

    /// <summary>A cell has ended: saves now, or when the last time is long enough ago.</summary>
    public void Offer()
    {
        lock (_gate)
        {
            _isDue = true;
            var wait = _pause - Stopwatch.GetElapsedTime(_last);
            if (wait <= TimeSpan.Zero)
            {
                Save();
                return;
            }

            _timer ??= new(_ => SaveIfDue());
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>No more saves; the end of the run writes the notebook.</summary>
    public void Dispose()
    {
        lock (_gate) _isEnded = true;
        _timer?.Dispose();
    }

    private void SaveIfDue()
    {
        lock (_gate)
            if (_isDue && !_isEnded) Save();
    }

    private void Save()
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            save();
        }
        catch (DocumentException)
        {
            // No reason to end the run; the save at its end tells the person, or succeeds.
        }

        _isDue = false;
        _last = Stopwatch.GetTimestamp();
        _pause = Stopwatch.GetElapsedTime(begun, _last) * 10;
    }
}
