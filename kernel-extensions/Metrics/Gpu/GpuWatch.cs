using System.Diagnostics;
using System.Globalization;
using Qiansi.Metrics.Sampling;

namespace Qiansi.Metrics.Gpu;

/// <summary>
/// Reads the accelerators on a thread of its own, since a driver in trouble may not come back: the rest of the panel goes on and says so.
/// </summary>
internal sealed class GpuWatch : IGpuFigures
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly GpuSources _sources;
    private readonly TimeSpan _every;
    private readonly ManualResetEventSlim _stop = new();
    private readonly ManualResetEventSlim _first = new();
    private readonly Thread _thread;
    private volatile GpuReading _latest = GpuReading.Empty;
    private long _readAt = Stopwatch.GetTimestamp();

    public GpuWatch(SystemPaths paths, TimeSpan every)
    {
        (_sources, _every) = (new(paths), every);
        _thread = BackgroundThread.Start("metrics-gpu", Run);
    }

    /// <summary>Waits for the first figures, but not for long.</summary>
    public void WaitForFirst() => _first.Wait(Patience);

    /// <inheritdoc />
    public GpuReading Latest()
    {
        var reading = _latest;
        var silence = Stopwatch.GetElapsedTime(Volatile.Read(ref _readAt)) - _every;
        if (silence < Patience || !_thread.IsAlive) return reading;
        var note = string.Create(CultureInfo.InvariantCulture,
            $"GPU: the driver has not answered for {silence.TotalSeconds:0} s; the figures are of then");
        return reading with { Notes = [.. reading.Notes, note] };
    }

    public void Dispose() => _stop.Set();

    /// <summary>A mistake in reading one driver must not end the process, as an exception on this thread would.</summary>
    private GpuReading Read()
    {
        try
        {
            return _sources.Read();
        }
        catch (Exception e)
        {
            return new([], [$"GPU: reading the figures failed: {e.GetType().Name}: {e.Message}"]);
        }
    }

    private void Run()
    {
        using (_sources)
        {
            do
            {
                _latest = Read();
                Volatile.Write(ref _readAt, Stopwatch.GetTimestamp());
                _first.Set();
            }
            while (_sources.Any && !_stop.Wait(_every));
        }
    }
}
