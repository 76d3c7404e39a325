using System.Diagnostics;
using Qiansi.Documents;

namespace Qiansi.Tool.Running;

/// <summary>Saves a long run now and then, so that little is lost should this process be killed.</summary>
/// <param name="save">Writes the notebook as it is.</param>
internal sealed class Checkpoints(Action save)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private long _last = Stopwatch.GetTimestamp();
    private TimeSpan _pause = Interval;

    /// <summary>Saves when the last time is long enough ago; saving takes at most a tenth of the time.</summary>
    public void Offer()
    {
        if (Stopwatch.GetElapsedTime(_last) < _pause) return;
        var begun = Stopwatch.GetTimestamp();
        try
        {
            save();
        }
        catch (DocumentException)
        {
            // No reason to end the run; the save at its end tells the person, or succeeds.
        }

        _last = Stopwatch.GetTimestamp();
        var tenfold = Stopwatch.GetElapsedTime(begun, _last) * 10;
        _pause = tenfold > Interval ? tenfold : Interval;
    }
}
