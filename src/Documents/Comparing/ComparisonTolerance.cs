namespace Qiansi.Documents.Comparing;

/// <summary>How far outputs may differ and still count as the same.</summary>
/// <param name="Relative">Numbers a and b in text, HTML and JSON are the same when |a − b| ≤ <paramref name="Absolute"/> +
/// <paramref name="Relative"/> · max(|a|, |b|).</param>
/// <param name="Absolute">See <paramref name="Relative"/>.</param>
/// <param name="Channel">Pixels are the same when no channel (0 to 255) differs by more.</param>
/// <param name="Pixels">Share of an image's pixels, 0 to 1, that may differ by more than that.</param>
public sealed record ComparisonTolerance(double Relative = 1e-6, double Absolute = 1e-9, int Channel = 0, double Pixels = 0)
{
    /// <summary>Numbers to about six digits, images exactly.</summary>
    public static readonly ComparisonTolerance Default = new();

    /// <summary>Whether two numbers count as the same.</summary>
    internal bool Same(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= Absolute + Relative * Math.Max(Math.Abs(a), Math.Abs(b));
}
