using System.Globalization;

namespace Qiansi.Evaluation;

/// <summary>Precision against recall as the threshold falls (P-R 曲线).</summary>
public sealed class PrecisionRecallCurve
{
    private PrecisionRecallCurve(IReadOnlyList<PrecisionRecallPoint> points, double average, double baseline) =>
        (Points, AveragePrecision, Baseline) = (points, average, baseline);

    /// <summary>The curve of a score.</summary>
    /// <param name="actual">The true classes.</param>
    /// <param name="scores">Larger means more like the positive class; any scale.</param>
    /// <param name="positive">The class that counts as positive.</param>
    /// <exception cref="ArgumentException">No sample is positive: then recall is 0 / 0 everywhere.</exception>
    public static PrecisionRecallCurve Of(ClassLabels actual, Scores scores, long positive = 1)
    {
        var steps = Ranking.Of(actual, scores, positive);
        var positives = steps.Count == 0 ? 0 : steps[^1].TruePositives;
        if (positives == 0)
            throw new ArgumentException($"a precision-recall curve needs positive samples; none of {actual.Count} is of class {positive}");
        var points = new List<PrecisionRecallPoint> { new(double.PositiveInfinity, 1, 0) };
        var (sum, before) = (0.0, 0L);
        foreach (var (threshold, tp, fp) in steps)
        {
            var precision = (double)tp / (tp + fp);
            points.Add(new(threshold, precision, (double)tp / positives));
            sum += (tp - before) * precision;
            before = tp;
        }

        return new(points, sum / positives, (double)positives / actual.Count);
    }

    /// <summary>From recall 0, where nothing is called positive, to recall 1, one for each distinct score.</summary>
    public IReadOnlyList<PrecisionRecallPoint> Points { get; }

    /// <summary>
    /// AP: Σ (Rₙ − Rₙ₋₁) Pₙ, the area under the steps. Straight lines between the points would promise more than thresholds can give, so
    /// there are none.
    /// </summary>
    public double AveragePrecision { get; }

    /// <summary>The share of positives: the precision of guessing.</summary>
    public double Baseline { get; }

    /// <summary>The point of the highest F1.</summary>
    public PrecisionRecallPoint Best => Points.MaxBy(p => p.F1)!;

    /// <summary>The average precision and the number of points.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"precision-recall curve of {Points.Count} points, average precision {AveragePrecision:F4}, baseline {Baseline:F4}");
}
