namespace Qiansi.BPlus;

/// <summary>
/// When the log is synced, that is, when a commit is safe from a loss of power. The death of the process loses no commit either way, and no
/// crash ever leaves half a transaction.
/// </summary>
public enum Durability
{
    /// <summary>Each commit returns when the disk has it: SQLite's <c>journal_mode=WAL, synchronous=FULL</c>.</summary>
    EachCommit,

    /// <summary>
    /// The log is synced before a checkpoint; a loss of power may take the last commits, the newest first: SQLite's
    /// <c>synchronous=NORMAL</c>.
    /// </summary>
    AtCheckpoints,
}
