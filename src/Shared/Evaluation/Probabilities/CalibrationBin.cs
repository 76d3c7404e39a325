namespace Qiansi.Evaluation;

/// <summary>The samples whose probability lies in a range.</summary>
/// <param name="From">Its lower end.</param>
/// <param name="To">Its upper end, which belongs to the next range, but 1 to the last.</param>
/// <param name="Count">How many samples.</param>
/// <param name="Predicted">The mean probability; NaN when there are none.</param>
/// <param name="Observed">The share that came true; NaN when there are none.</param>
public sealed record CalibrationBin(double From, double To, int Count, double Predicted, double Observed);
