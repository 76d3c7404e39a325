namespace Qiansi.Evaluation;

/// <summary>What a threshold makes of a test.</summary>
/// <param name="Threshold">The lowest score called positive; +∞ calls nothing so.</param>
/// <param name="FalsePositiveRate">FP / N.</param>
/// <param name="TruePositiveRate">TP / P, the recall.</param>
public sealed record RocPoint(double Threshold, double FalsePositiveRate, double TruePositiveRate);
