namespace Qiansi.Tensors.Classification;

/// <summary>How often each class was taken for which.</summary>
/// <param name="Classes">How many classes there are.</param>
/// <param name="Counts">Row by row: the true class, then the predicted one.</param>
internal sealed record ConfusionCounts(int Classes, long[] Counts)
{
    /// <summary>One count.</summary>
    public long this[int actual, int predicted] => Counts[(actual * Classes) + predicted];

    /// <summary>All examples.</summary>
    public long Total => Counts.Sum();

    /// <summary>The part that was predicted rightly.</summary>
    public double Accuracy => Enumerable.Range(0, Classes).Sum(c => this[c, c]) / (double)Math.Max(1, Total);

    /// <summary>Examples of a class.</summary>
    public long Actual(int c) => Enumerable.Range(0, Classes).Sum(p => this[c, p]);

    /// <summary>Examples taken for a class.</summary>
    public long Predicted(int c) => Enumerable.Range(0, Classes).Sum(a => this[a, c]);

    /// <summary>Counts that are given as a square tensor.</summary>
    public static ConfusionCounts Of(Tensor counts)
    {
        if (counts.ndim != 2 || counts.size(0) != counts.size(1) || counts.count == 0)
            throw new ArgumentException(
                $"AsConfusionMatrix: counts are (classes, classes), rows the true class; this tensor is {ShapeText.Of(counts)}. For "
                    + "predictions and targets, call predictions.AsConfusionMatrix(targets)");
        var values = counts.to(int64).ToArray<long>();
        return Array.FindIndex(values, v => v < 0) is >= 0 and var at
            ? throw new ArgumentException(
                $"AsConfusionMatrix: count {values[at]} of class {at / counts.size(0)} taken for {at % counts.size(0)} is negative")
            : new ConfusionCounts((int)counts.size(0), values);
    }

    /// <summary>Counts of predictions beside targets.</summary>
    /// <param name="predictions">Classes (n), or scores (n, classes) whose largest decides.</param>
    /// <param name="targets">Classes (n).</param>
    /// <param name="labels">How many classes there are at least.</param>
    public static ConfusionCounts Of(Tensor predictions, Tensor targets, int labels)
    {
        var chosen = predictions.ndim == 2 ? predictions.detach().argmax(1) : predictions;
        if (chosen.ndim != 1 || targets.ndim != 1 || chosen.size(0) != targets.size(0))
            throw new ArgumentException(
                $"AsConfusionMatrix: predictions {ShapeText.Of(predictions)} and targets {ShapeText.Of(targets)} do not fit; give "
                    + "classes (n) or scores (n, classes), and targets (n)");
        var (guesses, truths) = (chosen.to(int64).ToArray<long>(), targets.to(int64).ToArray<long>());
        var classes = Math.Max(labels,
            (int)Math.Max(predictions.ndim == 2 ? predictions.size(1) : 0, guesses.Concat(truths).DefaultIfEmpty(-1).Max() + 1));
        if (classes == 0) throw new ArgumentException("AsConfusionMatrix: there are no predictions");
        var counts = new long[classes * classes];
        for (var i = 0; i < guesses.Length; i++)
        {
            if (guesses[i] < 0 || truths[i] < 0)
                throw new ArgumentException(
                    $"AsConfusionMatrix: example {i} has class {truths[i]}, prediction {guesses[i]}; classes are counted from 0");
            counts[(truths[i] * classes) + guesses[i]]++;
        }

        return new ConfusionCounts(classes, counts);
    }
}
