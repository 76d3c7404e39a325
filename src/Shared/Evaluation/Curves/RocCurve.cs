using System.Globalization;

namespace Qiansi.Evaluation;

/// <summary>
/// Recall against false positive rate as the threshold falls (ROC 曲线). Samples of one score are passed together, so ties give slanted
/// pieces, and the area does not depend on their order.
/// </summary>
public sealed class RocCurve
{
    private RocCurve(IReadOnlyList<RocPoint> points, double area) => (Points, Area) = (points, area);

    /// <summary>The curve of a score.</summary>
    /// <param name="actual">The true classes.</param>
    /// <param name="scores">Larger means more like the positive class; any scale.</param>
    /// <param name="positive">The class that counts as positive.</param>
    /// <exception cref="ArgumentException">All samples are positive or none is: then one of the rates is 0 / 0 everywhere.</exception>
    public static RocCurve Of(ClassLabels actual, Scores scores, long positive = 1)
    {
        var steps = Ranking.Of(actual, scores, positive);
        var (positives, negatives) = steps.Count == 0 ? (0, 0) : (steps[^1].TruePositives, steps[^1].FalsePositives);
        if (positives == 0 || negatives == 0)
            throw new ArgumentException(
                $"a ROC curve needs samples of both kinds; of {actual.Count} samples {positives} are of class {positive} and {negatives} "
                    + "are not");
        var points = new List<RocPoint> { new(double.PositiveInfinity, 0, 0) };
        Int128 twice = 0;
        long tp = 0, fp = 0;
        foreach (var (threshold, nextTp, nextFp) in steps)
        {
            twice += (Int128)(nextFp - fp) * (tp + nextTp);    // trapezoid: pairs in the right order count 2, tied ones 1
            (tp, fp) = (nextTp, nextFp);
            points.Add(new(threshold, (double)fp / negatives, (double)tp / positives));
        }

        return new(points, (double)twice / (2.0 * positives * negatives));
    }

    /// <summary>From (0, 0), where nothing is called positive, to (1, 1), one for each distinct score.</summary>
    public IReadOnlyList<RocPoint> Points { get; }

    /// <summary>
    /// AUC: the chance that a positive sample has a higher score than a negative one, ties counting half (Mann and Whitney's U / PN); 0.5
    /// for guessing. Exact up to one rounding.
    /// </summary>
    public double Area { get; }

    /// <summary>The point that is farthest above the diagonal (Youden's J); of several the one of the highest threshold.</summary>
    public RocPoint Best => Points.MaxBy(p => p.TruePositiveRate - p.FalsePositiveRate)!;

    /// <summary>The area and the number of points.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ROC curve of {Points.Count} points, area {Area:F4}");
}
