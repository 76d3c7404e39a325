using System.Text.Json.Nodes;
using Qiansi.Tool.Exercises.Rubrics;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>What a graded cell or an open exercise earned.</summary>
/// <param name="Id">The cell's <c>grade_id</c>, or the rubric's id.</param>
/// <param name="MaxPoints">What there was to earn.</param>
internal sealed record GradedExercise(string Id, double MaxPoints)
{
    /// <summary>What was earned; null when a person has to read the answer.</summary>
    public double? Points { get; init; }

    /// <summary><c>done</c>, <c>not-done</c>, <c>wrong</c>, <c>failed</c> (the cell did not get as far as its
    /// checks), <c>manual</c>, or <c>given</c> when a person has given points.</summary>
    public required string Status { get; init; }

    /// <summary>What is wrong, one line each; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The checks, as the cell reported them; null when it did not.</summary>
    public JsonArray? Checks { get; init; }

    /// <summary>What a person looks for; null when a check decides, or an answer has no rubric.</summary>
    public Rubric? Rubric { get; init; }

    /// <summary>What the student wrote for an open exercise.</summary>
    public IReadOnlyList<WrittenCell> Written { get; init; } = [];

    /// <summary>What a person gave, a row each; empty when nothing was given yet.</summary>
    public IReadOnlyList<GivenPoints> Given { get; init; } = [];

    /// <summary>Whether a person gives the points.</summary>
    public bool IsReadByPerson => Rubric is not null || Status is "manual" or "given";

    /// <summary>What a person gives points for: the rubric's rows, else the answer as a whole.</summary>
    public IReadOnlyList<RubricRow> Rows => Rubric?.Rows ?? [new("the answer", MaxPoints)];
}
