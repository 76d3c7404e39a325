namespace Qiansi.Evaluation;

/// <summary>A line of a <see cref="ClassificationReport"/>.</summary>
/// <param name="Class">The class, or the name of an average.</param>
/// <param name="Precision">TP / (TP + FP); NaN when nothing was taken for the class.</param>
/// <param name="Recall">TP / (TP + FN); NaN when the class does not occur.</param>
/// <param name="F1">Their harmonic mean.</param>
/// <param name="Support">How many samples are of the class.</param>
public sealed record ClassRates(string Class, double Precision, double Recall, double F1, long Support);
