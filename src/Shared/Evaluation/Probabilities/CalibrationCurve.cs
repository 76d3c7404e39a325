using System.Globalization;

namespace Qiansi.Evaluation;

/// <summary>
/// How often things come true that were given a probability (校准): the reliability diagram, and its distance from the diagonal.
/// </summary>
public sealed class CalibrationCurve
{
    private CalibrationCurve(IReadOnlyList<CalibrationBin> bins) => Bins = bins;

    /// <summary>The curve of the probability of one class.</summary>
    /// <param name="actual">The true classes.</param>
    /// <param name="probabilities">The probability of the positive class.</param>
    /// <param name="bins">Into how many ranges of one width 0 to 1 is cut.</param>
    /// <param name="positive">The class that counts as positive.</param>
    public static CalibrationCurve Of(ClassLabels actual, Scores probabilities, int bins = 10, long positive = 1)
    {
        ClassLabels.RequireAlike(actual.Count, probabilities.Count, "probabilities");
        probabilities.RequireProbabilities();
        return Of(actual.Count, bins, i => (probabilities[i], actual[i] == positive));
    }

    /// <summary>The curve of a classifier's confidence: the probability of its answer, and whether that was right.</summary>
    /// <param name="actual">The true classes.</param>
    /// <param name="probabilities">(N, K), rows sum to 1.</param>
    /// <param name="bins">Into how many ranges of one width 0 to 1 is cut.</param>
    public static CalibrationCurve OfConfidence(ClassLabels actual, ClassScores probabilities, int bins = 10)
    {
        probabilities.RequireLabels(actual);
        probabilities.RequireProbabilities();
        return Of(actual.Count, bins, i =>
        {
            var best = 0;
            for (var k = 1; k < probabilities.Classes; k++)
            {
                if (probabilities[i, k] > probabilities[i, best]) best = k;
            }

            return (probabilities[i, best], actual[i] == best);
        });
    }

    /// <summary>From low to high, empty ones too.</summary>
    public IReadOnlyList<CalibrationBin> Bins { get; }

    /// <summary>
    /// ECE: the mean distance of probability and frequency, ranges counted by their samples (Guo et al. 2017); NaN without samples.
    /// </summary>
    public double ExpectedError =>
        Filled.Count == 0 ? double.NaN : Filled.Sum(b => b.Count * Math.Abs(b.Predicted - b.Observed)) / Filled.Sum(b => b.Count);

    /// <summary>MCE: the largest distance in any range; NaN without samples.</summary>
    public double LargestError => Filled.Count == 0 ? double.NaN : Filled.Max(b => Math.Abs(b.Predicted - b.Observed));

    /// <summary>The expected error and the number of ranges.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"calibration in {Bins.Count} ranges, expected error {ExpectedError:F4}");

    private List<CalibrationBin> Filled => [.. Bins.Where(b => b.Count > 0)];

    private static CalibrationCurve Of(int count, int bins, Func<int, (double Probability, bool CameTrue)> sample)
    {
        if (bins < 1) throw new ArgumentOutOfRangeException(nameof(bins), bins, "there is at least one range");
        var (counts, sums, hits) = (new int[bins], new double[bins], new int[bins]);
        for (var i = 0; i < count; i++)
        {
            var (probability, cameTrue) = sample(i);
            var bin = Math.Min((int)(probability * bins), bins - 1);
            counts[bin]++;
            sums[bin] += probability;
            if (cameTrue) hits[bin]++;
        }

        return new([
            .. Enumerable.Range(0, bins).Select(
                b => new CalibrationBin((double)b / bins, (double)(b + 1) / bins, counts[b], sums[b] / counts[b],
                    (double)hits[b] / counts[b]))]);
    }
}
