using System.Diagnostics;

namespace Qiansi.Metrics.Sampling;

/// <summary>Takes samples at an even pace on a thread of its own, until it is stopped or its time is over.</summary>
internal sealed class SampleLoop : IDisposable
{
    /// <summary>What ended it, told to the one who takes the samples.</summary>
    public const string TimeIsOver = "its time is over";

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(250);

    private readonly ManualResetEventSlim _stop = new(false, 0);
    private readonly ManualResetEventSlim _ended = new(false, 0);
    private readonly Func<Sampler> _open;
    private readonly TimeSpan _every;
    private readonly TimeSpan? _duration;
    private readonly Action<MetricsSample> _take;
    private readonly Action<string> _end;
    private readonly Thread _thread;
    private volatile string _reason = "stopped";

    /// <param name="open">Makes the sampler, on the loop's thread.</param>
    /// <param name="every">Time from one sample to the next; the second comes a little sooner, since rates need two.</param>
    /// <param name="duration">When it ends by itself; never when null.</param>
    /// <param name="take">Gets each sample.</param>
    /// <param name="end">Told at the end why; no sample follows.</param>
    public SampleLoop(Func<Sampler> open, TimeSpan every, TimeSpan? duration, Action<MetricsSample> take, Action<string> end)
    {
        (_open, _every, _duration, _take, _end) = (open, every, duration, take, end);
        _thread = BackgroundThread.Start("metrics", Run);
    }

    /// <summary>Whether its thread is done: no sample follows.</summary>
    public bool HasEnded => _ended.IsSet;

    /// <summary>Ends it and waits a moment for its end.</summary>
    /// <param name="reason">In words.</param>
    public void Stop(string reason)
    {
        if (!_stop.IsSet) _reason = reason;
        _stop.Set();
        if (Thread.CurrentThread != _thread) _ended.Wait(TimeSpan.FromSeconds(1));
    }

    public void Dispose() => Stop("stopped");

    private void Run()
    {
        try
        {
            using var sampler = _open();
            var start = Stopwatch.GetTimestamp();
            _take(sampler.Take());
            var next = _every < Soon ? _every : Soon;
            while (!_stop.Wait(Left(start, next)))
            {
                _take(sampler.Take());
                var now = Stopwatch.GetElapsedTime(start);
                if (now >= _duration)
                {
                    _reason = TimeIsOver;
                    break;
                }

                // A sample that was due while another took its time is left out.
                next = next < _every ? _every : next + _every;
                if (next < now) next = now + _every;
                if (_duration < next) next = _duration.Value;
            }

            _end(_reason);
        }
        catch (Exception e)
        {
            // On a thread of its own an exception would end the process, cells and all.
            End($"failed: {e.GetType().Name}: {e.Message}");
        }
        finally
        {
            _ended.Set();
        }
    }

    private void End(string reason)
    {
        try
        {
            _end(reason);
        }
        catch (Exception e)
        {
            Console.Error.WriteLine($"metrics: {reason}; {e.Message}");
        }
    }

    private static TimeSpan Left(long start, TimeSpan next) =>
        next - Stopwatch.GetElapsedTime(start) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
