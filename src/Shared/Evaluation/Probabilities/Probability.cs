
namespace Qiansi.Evaluation;

/// <summary>How good probabilities are, not only the answers they lead to.</summary>
public static class Probability
{
    /// <summary>The mean of −ln p of what came true (log loss, 对数损失), in nats.</summary>
    /// <param name="actual">The true classes.</param>
    /// <param name="probabilities">The probability of the positive class.</param>
    /// <param name="positive">The class that counts as positive.</param>
    /// <param name="clip">Probabilities are held this far from 0 and 1; with 0, what was called impossible and came true costs +∞.</param>
    public static double LogLoss(ClassLabels actual, Scores probabilities, long positive = 1, double clip = 0)
    {
        Require(actual, probabilities);
        return Mean(actual.Count, i => Surprise(actual[i] == positive ? probabilities[i] : 1 - probabilities[i], clip));
    }

    /// <summary>The mean of −ln p of the true class, in nats.</summary>
    /// <param name="actual">The true classes.</param>
    /// <param name="probabilities">(N, K), rows sum to 1.</param>
    /// <param name="clip">Probabilities are held this far from 0 and 1; with 0, what was called impossible and came true costs +∞.</param>
    public static double LogLoss(ClassLabels actual, ClassScores probabilities, double clip = 0)
    {
        Require(actual, probabilities);
        return Mean(actual.Count, i => Surprise(probabilities[i, (int)actual[i]], clip));
    }

    /// <summary>The mean of −ln p of what came true, in nats.</summary>
    /// <param name="actual">The true classes.</param>
    /// <param name="probabilities">(N), the probability of class 1, or (N, K), rows sum to 1.</param>
    /// <param name="clip">Probabilities are held this far from 0 and 1.</param>
    public static double LogLoss(ClassLabels actual, Tensor probabilities, double clip = 0) =>
        probabilities.dim() == 2 ? LogLoss(actual, (ClassScores)probabilities, clip) : LogLoss(actual, (Scores)probabilities, clip: clip);

    /// <summary>The mean squared distance of probability and truth (Brier score), 0 to 1.</summary>
    /// <inheritdoc cref="LogLoss(ClassLabels, Scores, long, double)" path="/param"/>
    public static double Brier(ClassLabels actual, Scores probabilities, long positive = 1)
    {
        Require(actual, probabilities);
        return Mean(actual.Count, i => Square(probabilities[i] - (actual[i] == positive ? 1 : 0)));
    }

    /// <summary>
    /// The mean squared distance of the probabilities of all classes from the truth (Brier's own definition), 0 to 2; of two classes twice
    /// that of one.
    /// </summary>
    /// <inheritdoc cref="LogLoss(ClassLabels, ClassScores, double)" path="/param"/>
    public static double Brier(ClassLabels actual, ClassScores probabilities)
    {
        Require(actual, probabilities);
        return Mean(actual.Count,
            i => Enumerable.Range(0, probabilities.Classes).Sum(k => Square(probabilities[i, k] - (actual[i] == k ? 1 : 0))));
    }

    /// <summary>The mean squared distance of probabilities from the truth.</summary>
    /// <param name="actual">The true classes.</param>
    /// <param name="probabilities">(N), the probability of class 1, or (N, K), rows sum to 1.</param>
    public static double Brier(ClassLabels actual, Tensor probabilities) =>
        probabilities.dim() == 2 ? Brier(actual, (ClassScores)probabilities) : Brier(actual, (Scores)probabilities);

    /// <summary>
    /// The share of samples whose class is among the k of the highest scores. Where classes tie for the last places, a sample counts by the
    /// chance that its class gets one.
    /// </summary>
    /// <param name="actual">The true classes.</param>
    /// <param name="scores">(N, K), any scale.</param>
    /// <param name="k">How many answers are allowed.</param>
    public static double TopK(ClassLabels actual, ClassScores scores, int k)
    {
        if (k < 1) throw new ArgumentOutOfRangeException(nameof(k), k, "at least one answer is allowed");
        scores.RequireLabels(actual);
        return Mean(actual.Count, i =>
        {
            var own = scores[i, (int)actual[i]];
            int higher = 0, alike = 0;
            for (var c = 0; c < scores.Classes; c++)
            {
                if (scores[i, c] > own) higher++;
                else if (scores[i, c] == own) alike++;
            }

            return Math.Clamp((k - higher) / (double)alike, 0, 1);
        });
    }

    private static void Require(ClassLabels actual, Scores probabilities)
    {
        ClassLabels.RequireAlike(actual.Count, probabilities.Count, "probabilities");
        probabilities.RequireProbabilities();
    }

    private static void Require(ClassLabels actual, ClassScores probabilities)
    {
        probabilities.RequireLabels(actual);
        probabilities.RequireProbabilities();
    }

    private static double Mean(int count, Func<int, double> value)
    {
        if (count == 0) return double.NaN;
        var sum = 0.0;
        for (var i = 0; i < count; i++) sum += value(i);
        return sum / count;
    }

    private static double Surprise(double probability, double clip)
    {
        if (clip is not (>= 0 and < 0.5))
            throw new ArgumentOutOfRangeException(nameof(clip), clip, "probabilities are held from 0 to below 0.5 away from the ends");
        return -Math.Log(Math.Clamp(probability, clip, 1 - clip));
    }

    private static double Square(double value) => value * value;
}
