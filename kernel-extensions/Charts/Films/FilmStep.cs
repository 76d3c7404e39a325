namespace Qiansi.Charts.Films;

/// <summary>One step of a film.</summary>
/// <param name="Caption">What it shows, in words.</param>
/// <param name="Adds">Series that stay from this step on.</param>
/// <param name="Shows">Series that are there in this step alone.</param>
internal sealed record FilmStep(string Caption, IReadOnlyList<Trace> Adds, IReadOnlyList<Trace> Shows);
