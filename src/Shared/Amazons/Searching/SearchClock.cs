using System.Diagnostics;

namespace Qiansi.Amazons;

/// <summary>Tells a search when to end.</summary>
/// <remarks>The last two milliseconds (less when there are fewer) stay for choosing the move and returning.</remarks>
internal sealed class SearchClock(SearchLimits limits, CancellationToken cancellation)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _time = limits.Time is { } time
        ? time - TimeSpan.FromMilliseconds(Math.Min(2, time.TotalMilliseconds / 2)) : TimeSpan.MaxValue;

    /// <summary>Since the search began.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>Positions visited so far.</summary>
    public long Nodes { get; private set; }

    /// <summary>Whether the search has to end.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Counts a position.</summary>
    /// <returns>Whether the search has to end.</returns>
    public bool Tick()
    {
        Nodes++;
        return IsOver |= Nodes >= limits.Nodes || ((Nodes & 15) == 0 && (Elapsed >= _time || cancellation.IsCancellationRequested));
    }

    /// <summary>Whether a part of the time is used up, so that no new round is worth beginning.</summary>
    public bool IsUsed(double part) => limits.Time is { } time && Elapsed > time * part;
}
