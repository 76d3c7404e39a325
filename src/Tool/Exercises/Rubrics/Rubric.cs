namespace Qiansi.Tool.Exercises.Rubrics;

/// <summary>What a person looks for in an open exercise, and what each of it is worth.</summary>
/// <param name="Id">Its name in tables of scores: <c>exercise-10</c>.</param>
/// <param name="Title">The exercise's heading.</param>
/// <param name="Rows">What to look for.</param>
/// <param name="Stated">How many points its heading promises; null when it does not say.</param>
internal sealed record Rubric(string Id, string Title, IReadOnlyList<RubricRow> Rows, double? Stated)
{
    /// <summary>All points.</summary>
    public double Points => Rows.Sum(r => r.Points);
}
