using System.Text.Json.Nodes;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>What a graded cell earned.</summary>
/// <param name="Id">Its <c>grade_id</c>.</param>
/// <param name="MaxPoints">What there was to earn.</param>
internal sealed record GradedExercise(string Id, double MaxPoints)
{
    /// <summary>What was earned; null when a person has to read the answer.</summary>
    public double? Points { get; init; }

    /// <summary><c>done</c>, <c>not-done</c>, <c>wrong</c>, <c>failed</c> (the cell did not get as far as its
    /// checks) or <c>manual</c>.</summary>
    public required string Status { get; init; }

    /// <summary>What is wrong, one line each; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The checks, as the cell reported them; null when it did not.</summary>
    public JsonArray? Checks { get; init; }
}
