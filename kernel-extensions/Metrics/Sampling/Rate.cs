namespace Qiansi.Metrics.Sampling;

/// <summary>Turns a counter that only grows into its growth a second.</summary>
internal struct Rate
{
    private long _count;
    private long _ticks;

    /// <summary>Growth a second since the call before; null at the first, and when the counter began anew.</summary>
    public double? Next(long count, long ticks)
    {
        var (grown, elapsed) = (count - _count, ticks - _ticks);
        var isFirst = _ticks == 0;
        (_count, _ticks) = (count, ticks);
        return isFirst || grown < 0 || elapsed <= 0 ? null : (double)grown / elapsed * TimeSpan.TicksPerSecond;
    }
}
