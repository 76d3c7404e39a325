namespace Qiansi.Amazons;

/// <summary>Tells a search when to end.</summary>
/// <remarks>The last two milliseconds (half the time, when there are fewer than four) stay for choosing the move and returning.</remarks>
internal sealed class SearchClock(SearchLimits limits, CancellationToken cancellation)
{
    private readonly long _start = limits.Clock.GetTimestamp();
    private readonly TimeSpan? _time =
        limits.Time is { } time ? time - TimeSpan.FromMilliseconds(Math.Min(2, time.TotalMilliseconds / 2)) : null;

    /// <summary>Since the search began.</summary>
    public TimeSpan Elapsed => limits.Clock.GetElapsedTime(_start);

    /// <summary>Positions visited so far.</summary>
    public long Nodes { get; private set; }

    /// <summary>Whether the search has to end.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Counts a position.</summary>
    /// <returns>Whether the search has to end.</returns>
    public bool Tick()
    {
        Nodes++;
        return IsOver |= Nodes >= limits.Nodes || cancellation.IsCancellationRequested || (_time is { } time && Elapsed >= time);
    }
}
