namespace Qiansi.Teaching.Sweeps;

/// <summary>What became of a run: a file that the process which runs it writes.</summary>
/// <param name="Content">The cells it ran, as <see cref="SweepManifest.Content"/> names them.</param>
/// <param name="Status">One of <see cref="RunStatus"/>.</param>
/// <param name="Started">When it began.</param>
internal sealed record RunState(string Content, string Status, DateTimeOffset Started)
{
    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }

    /// <summary>What went wrong, in a line; null when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>The machine it ran on.</summary>
    public string Machine { get; init; } = Environment.MachineName;

    /// <summary>The process that runs it.</summary>
    public int Process { get; init; } = Environment.ProcessId;

    /// <summary>The scheduler's name for the task, when there is one.</summary>
    public string? Task { get; init; }
}
