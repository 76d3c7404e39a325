namespace Qiansi.BPlus;

/// <summary>Work of the buffer pool and the log since the tree was opened, in pages.</summary>
/// <param name="Hits">Pages asked for that were in memory.</param>
/// <param name="Reads">Pages that had to be read.</param>
/// <param name="Logged">Pages written to the log.</param>
/// <param name="Spilled">Those of them that were written before their transaction ended, to make room.</param>
/// <param name="Checkpointed">Pages copied from the log into the file.</param>
/// <param name="Checkpoints">How often that was done.</param>
public sealed record PageCounts(long Hits, long Reads, long Logged, long Spilled, long Checkpointed, long Checkpoints);
