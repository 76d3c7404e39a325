namespace Qiansi.Tool.Exercises.Grading;

/// <summary>A notebook that was handed in, graded.</summary>
/// <param name="Student">Who handed it in.</param>
/// <param name="Path">The file.</param>
internal sealed record GradedNotebook(string Student, string Path)
{
    /// <summary>Its graded cells in the order of the notebook, then open exercises with a rubric; empty when it could not be graded.
    /// </summary>
    public IReadOnlyList<GradedExercise> Exercises { get; init; } = [];

    /// <summary>What a teacher should know: checks that were changed or missing, cells that ran too long or ended the kernel.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Why it could not be graded; null when it was.</summary>
    public string? Failure { get; init; }

    /// <summary>Points earned: by checks, and those a person gave.</summary>
    public double Points => Exercises.Sum(e => e.Points ?? 0);

    /// <summary>Points there were to earn in what has points.</summary>
    public double MaxPoints => Exercises.Where(e => e.Points is not null).Sum(e => e.MaxPoints);

    /// <summary>Points that a person has still to give.</summary>
    public double ManualPoints => Exercises.Where(e => e.Points is null && e.Status != "not-done").Sum(e => e.MaxPoints);
}
