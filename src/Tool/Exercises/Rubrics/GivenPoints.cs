namespace Qiansi.Tool.Exercises.Rubrics;

/// <summary>What a teacher gave for a row of a rubric.</summary>
/// <param name="Points">The points; null when none were entered yet.</param>
/// <param name="Comment">What the teacher wrote beside them; may be empty.</param>
internal sealed record GivenPoints(double? Points, string Comment);
