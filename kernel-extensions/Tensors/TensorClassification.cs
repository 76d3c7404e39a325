using Qiansi.Tensors.Classification;
using Qiansi.Tensors.Heatmaps;
using Qiansi.Tensors.Pictures;

namespace Qiansi.Tensors;

/// <summary>How a classifier errs.</summary>
public static class TensorClassification
{
    /// <summary>Counts (classes, classes), rows the true class, as a confusion matrix with recall, precision and accuracy.</summary>
    /// <param name="counts">Not negative.</param>
    /// <param name="labels">What the classes are called; null: their numbers.</param>
    /// <exception cref="ArgumentException">
    /// The tensor is not square, a count is negative, or the labels are not as many as classes.
    /// </exception>
    public static TensorPicture AsConfusionMatrix(this Tensor counts, IEnumerable<string>? labels = null) =>
        Show(ConfusionCounts.Of(counts), labels?.ToList());

    /// <summary>Predictions beside targets as a confusion matrix: rows the true class, columns the predicted one.</summary>
    /// <param name="predictions">Classes (n), or scores (n, classes) whose largest decides.</param>
    /// <param name="targets">Classes (n).</param>
    /// <param name="labels">What the classes are called; null: their numbers.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or a class is negative.</exception>
    public static TensorPicture AsConfusionMatrix(this Tensor predictions, Tensor targets, IEnumerable<string>? labels = null)
    {
        var names = labels?.ToList();
        return Show(ConfusionCounts.Of(predictions, targets, names?.Count ?? 0), names);
    }

    private static TensorPicture Show(ConfusionCounts counts, List<string>? labels)
    {
        if (labels is not null && labels.Count != counts.Classes)
            throw new ArgumentException($"AsConfusionMatrix: {labels.Count} labels for {counts.Classes} classes; give one a class");
        labels ??= [.. Enumerable.Range(0, counts.Classes).Select(c => $"{c}")];
        var facts = $"accuracy {ConfusionDrawing.Percent(counts.Accuracy)} of {NumberText.Count(counts.Total)} examples";
        var drawing = ConfusionDrawing.IsSmall(counts) ? ConfusionDrawing.Draw(counts, labels) : Large(counts, labels);
        var worst = Worst(counts, labels);
        return new TensorPicture(new Card().Facts("Confusion", facts).Drawings(drawing).Note(worst).ToString(),
            ConfusionText.Of(counts, labels, facts, worst));
    }

    private static string? Worst(ConfusionCounts counts, List<string> labels)
    {
        var pairs =
            from a in Enumerable.Range(0, counts.Classes)
            from p in Enumerable.Range(0, counts.Classes)
            where a != p && counts[a, p] > 0
            orderby counts[a, p] descending
            select $"{labels[a]} taken for {labels[p]} ({NumberText.Count(counts[a, p])})";
        var most = pairs.Take(3).ToList();
        return most.Count == 0 ? null : "most often: " + string.Join(", ", most);
    }

    /// <summary>Many classes: shares of the true class as a heatmap.</summary>
    private static string Large(ConfusionCounts counts, List<string> labels)
    {
        var shares = new double[counts.Counts.Length];
        for (var a = 0; a < counts.Classes; a++)
        {
            var all = Math.Max(1, counts.Actual(a));
            for (var p = 0; p < counts.Classes; p++) shares[(a * counts.Classes) + p] = counts[a, p] / (double)all;
        }

        var plane = HeatmapDrawing.Read(PlaneSource.Last(tensor(shares).reshape(counts.Classes, counts.Classes)));
        return HeatmapDrawing.Draw(plane, new HeatScale(0, 1, ColorScale.Viridis), new HeatLabels("true", "predicted", labels, labels),
            $"confusion matrix of {counts.Classes} classes", v => ConfusionDrawing.Percent(v));
    }
}
