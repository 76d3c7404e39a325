namespace Qiansi.Tool.Exercises.Rubrics;

/// <summary>One thing to look for.</summary>
/// <param name="What">In words.</param>
/// <param name="Points">What it is worth.</param>
internal sealed record RubricRow(string What, double Points);
