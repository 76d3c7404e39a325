namespace Qiansi.Evaluation;

/// <summary>
/// What a test for one class got right and wrong, and every rate that follows from these four numbers. A rate whose denominator is 0 is
/// NaN, and <see cref="Undefined"/> says why.
/// </summary>
/// <param name="TruePositives">Positives found (真正).</param>
/// <param name="FalsePositives">Negatives taken for positives (假正).</param>
/// <param name="TrueNegatives">Negatives left alone (真负).</param>
/// <param name="FalseNegatives">Positives missed (假负).</param>
public sealed record BinaryCounts(long TruePositives, long FalsePositives, long TrueNegatives, long FalseNegatives)
{
    /// <summary>Counts answers.</summary>
    /// <param name="actual">The true classes.</param>
    /// <param name="predicted">The answers.</param>
    /// <param name="positive">The class that counts as positive; all others are negative.</param>
    public static BinaryCounts Of(ClassLabels actual, ClassLabels predicted, long positive = 1)
    {
        ClassLabels.RequireAlike(actual.Count, predicted.Count, "predicted ones");
        long tp = 0, fp = 0, tn = 0, fn = 0;
        for (var i = 0; i < actual.Count; i++)
        {
            switch (actual[i] == positive, predicted[i] == positive)
            {
                case (true, true): tp++; break;
                case (false, true): fp++; break;
                case (false, false): tn++; break;
                default: fn++; break;
            }
        }

        return new(tp, fp, tn, fn);
    }

    /// <summary>Counts answers that are positive where the score reaches a threshold.</summary>
    /// <param name="actual">The true classes.</param>
    /// <param name="scores">Larger means more like the positive class.</param>
    /// <param name="threshold">The lowest score that is called positive.</param>
    /// <param name="positive">The class that counts as positive.</param>
    public static BinaryCounts At(ClassLabels actual, Scores scores, double threshold, long positive = 1)
    {
        ClassLabels.RequireAlike(actual.Count, scores.Count, "scores");
        var (truth, answers) = (new bool[actual.Count], new bool[actual.Count]);
        for (var i = 0; i < truth.Length; i++) (truth[i], answers[i]) = (actual[i] == positive, scores[i] >= threshold);
        return Of(truth, answers);
    }

    /// <summary>TP + FN: the samples that are positive (support).</summary>
    public long Positives => TruePositives + FalseNegatives;

    /// <summary>FP + TN: the samples that are negative.</summary>
    public long Negatives => FalsePositives + TrueNegatives;

    /// <summary>All samples.</summary>
    public long Total => Positives + Negatives;

    /// <summary>(TP + TN) / all (准确率).</summary>
    public double Accuracy => Ratio(TruePositives + TrueNegatives, Total);

    /// <summary>TP / (TP + FP) (精准率): how many of those called positive are.</summary>
    public double Precision => Ratio(TruePositives, TruePositives + FalsePositives);

    /// <summary>TP / (TP + FN) (召回率), also called sensitivity or true positive rate: how many of the positives were found.</summary>
    public double Recall => Ratio(TruePositives, Positives);

    /// <summary>TN / (TN + FP) (特异度): how many of the negatives were left alone.</summary>
    public double Specificity => Ratio(TrueNegatives, Negatives);

    /// <summary>FP / (FP + TN) (假正率), 1 − specificity.</summary>
    public double FalsePositiveRate => Ratio(FalsePositives, Negatives);

    /// <summary>The mean of recall and specificity; of one of them alone where only one class occurs.</summary>
    public double BalancedAccuracy => Positives == 0 ? Specificity : Negatives == 0 ? Recall : (Recall + Specificity) / 2;

    /// <summary>The harmonic mean of precision and recall, 2TP / (2TP + FP + FN).</summary>
    public double F1 => FBeta(1);

    /// <summary>Matthews' correlation of answers and truth, −1 to 1 (马修斯相关系数).</summary>
    public double Mcc
    {
        get
        {
            double called = TruePositives + FalsePositives, notCalled = TrueNegatives + FalseNegatives;
            var scale = Math.Sqrt(called) * Math.Sqrt(notCalled) * Math.Sqrt(Positives) * Math.Sqrt(Negatives);
            return scale == 0
                ? double.NaN : (double)((Int128)TruePositives * TrueNegatives - (Int128)FalsePositives * FalseNegatives) / scale;
        }
    }

    /// <summary>Cohen's kappa: agreement beyond what answers of these frequencies would have by chance.</summary>
    public double Kappa
    {
        get
        {
            var all = (Int128)Total * Total;
            var chance = (Int128)(TruePositives + FalsePositives) * Positives + (Int128)(TrueNegatives + FalseNegatives) * Negatives;
            return all == chance ? double.NaN : (double)((Int128)(TruePositives + TrueNegatives) * Total - chance) / (double)(all - chance);
        }
    }

    /// <summary>The weighted harmonic mean of precision and recall (van Rijsbergen): (1 + β²)TP / ((1 + β²)TP + β²FN + FP).</summary>
    /// <param name="beta">How many times as much recall counts as precision.</param>
    public double FBeta(double beta)
    {
        if (!(beta >= 0) || double.IsInfinity(beta))
            throw new ArgumentOutOfRangeException(nameof(beta), beta, "beta is a finite number from 0");
        var (square, hits) = (beta * beta, (1 + beta * beta) * TruePositives);
        var whole = hits + square * FalseNegatives + FalsePositives;
        return whole == 0 ? double.NaN : hits / whole;
    }

    /// <summary>The rates that are 0 / 0 here, each with its reason.</summary>
    public IReadOnlyList<string> Undefined
    {
        get
        {
            var reasons = new List<string>();
            if (TruePositives + FalsePositives == 0) reasons.Add("precision is undefined: nothing was called positive");
            if (Positives == 0) reasons.Add("recall is undefined: no sample is positive");
            if (Negatives == 0) reasons.Add("specificity and the false positive rate are undefined: no sample is negative");
            if (double.IsNaN(F1)) reasons.Add("F1 is undefined: no sample is positive and none was called so");
            if (double.IsNaN(Mcc)) reasons.Add("Matthews' correlation is undefined: the truth or the answers are all of one class");
            if (double.IsNaN(Kappa))
                reasons.Add(
                    Total == 0 ? "accuracy and kappa are undefined: there are no samples" : "kappa is undefined: truth and answers are "
                        + "all of one class");
            return reasons;
        }
    }

    private static double Ratio(long part, long whole) => whole == 0 ? double.NaN : (double)part / whole;
}
