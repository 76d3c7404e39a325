namespace Qiansi.Evaluation;

/// <summary>Samples in order of falling scores, those of equal score together.</summary>
internal static class Ranking
{
    /// <summary>After each distinct score from the highest down: how many positives and negatives reach it.</summary>
    public static IReadOnlyList<(double Threshold, long TruePositives, long FalsePositives)> Of(ClassLabels actual, Scores scores,
        long positive)
    {
        ClassLabels.RequireAlike(actual.Count, scores.Count, "scores");
        var (keys, hits) = (new double[actual.Count], new bool[actual.Count]);
        // −0 and 0 are one score
        for (var i = 0; i < keys.Length; i++) (keys[i], hits[i]) = (scores[i] == 0 ? 0 : scores[i], actual[i] == positive);
        Array.Sort(keys, hits);
        var steps = new List<(double, long, long)>();
        long tp = 0, fp = 0;
        for (var i = keys.Length - 1; i >= 0; i--)
        {
            if (hits[i]) tp++;
            else fp++;
            if (i == 0 || keys[i - 1] != keys[i]) steps.Add((keys[i], tp, fp));
        }

        return steps;
    }
}
