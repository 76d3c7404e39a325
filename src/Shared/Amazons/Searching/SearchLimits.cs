namespace Qiansi.Amazons;

/// <summary>When a search ends: at whatever comes first. A limit of nodes, without one of time, makes it deterministic.</summary>
/// <param name="Time">Time from the call to the answer.</param>
/// <param name="Nodes">Positions visited (iterations, for tree search by sampling).</param>
/// <param name="Depth">Moves ahead.</param>
public sealed record SearchLimits(TimeSpan? Time = null, long? Nodes = null, int? Depth = null)
{
    /// <summary>What tells the time: that of the system, unless a test brings its own.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Seconds for one move.</summary>
    public static SearchLimits Seconds(double seconds) => new(TimeSpan.FromSeconds(seconds));
}
