namespace Qiansi.Metrics;

/// <summary>Whether a bar has ended, and how.</summary>
internal enum BarEnd
{
    /// <summary>It runs.</summary>
    Runs,

    /// <summary>It came to its end.</summary>
    Completed,

    /// <summary>It was left before.</summary>
    Stopped,
}
