namespace Qiansi.Evaluation;

/// <summary>What a threshold makes of a test.</summary>
/// <param name="Threshold">The lowest score called positive; +∞ calls nothing so.</param>
/// <param name="Precision">TP / (TP + FP); 1 by convention where nothing is called positive.</param>
/// <param name="Recall">TP / P.</param>
public sealed record PrecisionRecallPoint(double Threshold, double Precision, double Recall)
{
    /// <summary>The harmonic mean of both.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}
