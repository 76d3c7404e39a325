namespace Qiansi.Teaching;

/// <summary>Where an exercise stands.</summary>
public enum ExerciseStatus
{
    /// <summary>All checks hold.</summary>
    Done,

    /// <summary>A stub is not filled in yet.</summary>
    NotDone,

    /// <summary>A check does not hold.</summary>
    Wrong,
}
