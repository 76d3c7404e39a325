namespace Qiansi.Tensors.Classification;

/// <summary>
/// Draws a confusion matrix: colour by the share of the true class, so that rare classes are seen as well as common ones.
/// </summary>
internal static class ConfusionDrawing
{
    private const double Letter = 6.3;
    private const int MostClasses = 14;

    /// <summary>The largest matrix that is drawn cell by cell.</summary>
    public static bool IsSmall(ConfusionCounts counts) => counts.Classes <= MostClasses;

    /// <summary>Draws the matrix with recall at the right and precision below.</summary>
    public static string Draw(ConfusionCounts counts, IReadOnlyList<string> labels)
    {
        var n = counts.Classes;
        var longest = Math.Min(14, labels.Max(l => l.Length));
        var digits = NumberText.Count(counts.Counts.Max()).Length;
        var cell = Math.Clamp(560.0 / n, 26, 44);
        cell = Math.Max(cell, Math.Min((digits * Letter) + 6, 60));
        var high = Math.Min(cell, 34);
        var isTurned = (longest * Letter) + 4 > cell;
        var left = Math.Max(60, 24 + (longest * Letter));
        var top = 20 + (isTurned ? longest * Letter : 12);
        var (width, height) = (n * cell, n * high);
        var svg = new SvgWriter(left + width + 56, top + height + 30,
            $"confusion matrix of {n} classes, accuracy {Percent(counts.Accuracy)}");
        svg.Text(left + (width / 2), 11, "predicted →", "middle", 11, opacity: 0.75);
        svg.Text(11, top + (height / 2), "← true", "middle", 11, opacity: 0.75, rotate: -90);
        svg.Text(left + width + 8, top - 6, "recall", size: 10, opacity: 0.75);
        svg.Text(left - 6, top + height + 16, "precision", "end", 10, opacity: 0.75);
        for (var a = 0; a < n; a++)
        {
            var name = Short(labels[a]);
            var y = top + (a * high);
            svg.Text(left - 6, y + (high / 2) + 4, name, "end", 11, title: labels[a]);
            if (isTurned) svg.Text(left + ((a + 0.5) * cell) + 4, top - 6, name, "start", 11, rotate: -90);
            else svg.Text(left + ((a + 0.5) * cell), top - 6, name, "middle", 11);
            svg.Text(left + width + 8, y + (high / 2) + 4, Part(counts[a, a], counts.Actual(a)), size: 11,
                title: $"{Percent(Share(counts[a, a], counts.Actual(a)))} of {labels[a]} were found");
            svg.Text(left + ((a + 0.5) * cell), top + height + 16, Part(counts[a, a], counts.Predicted(a)), "middle", cell < 32 ? 9 : 11,
                title: $"{Percent(Share(counts[a, a], counts.Predicted(a)))} of those taken for {labels[a]} were");
            for (var p = 0; p < n; p++) Cell(svg, counts, labels, a, p, left + (p * cell), y, cell, high);
        }

        return svg.ToHtml();
    }

    /// <summary>A part in per cent.</summary>
    public static string Percent(double part) => double.IsNaN(part) ? "–" : $"{NumberText.Short(part * 100, 3)} %";

    private static void Cell(SvgWriter svg, ConfusionCounts counts, IReadOnlyList<string> labels, int actual, int predicted, double x,
        double y, double width, double height)
    {
        var count = counts[actual, predicted];
        var share = Share(count, counts.Actual(actual));
        var title = $"true {Short(labels[actual])}, predicted {Short(labels[predicted])}: {NumberText.Count(count)} ({Percent(share)})";
        var style = new SvgStyle(Stroke: "currentColor", Width: actual == predicted ? 1 : 0.25);
        if (count == 0)
        {
            svg.Rect(x, y, width, height, style with { Fill = "#7f7f7f10" }, title: title);
            return;
        }

        // Rights are blue and wrongs orange; a wrong that happens often enough to matter is dark at once.
        var color = actual == predicted
            ? ColorScale.Blues.At(0.15 + (0.75 * share)) : new Rgb(255, 247, 236).Towards(new Rgb(176, 62, 0), Math.Sqrt(share));
        svg.Rect(x, y, width, height, style with { Fill = color.ToString() }, title: title);
        svg.Text(x + (width / 2), y + (height / 2) + 4, NumberText.Count(count), "middle", width < 30 ? 10 : 11,
            color.TextOnTop.ToString());
    }

    private static double Share(long part, long whole) => whole == 0 ? double.NaN : part / (double)whole;

    private static string Part(long part, long whole) => whole == 0 ? "–" : $"{Math.Round(100.0 * part / whole)} %";

    private static string Short(string label) => label.Length > 14 ? label[..13] + "…" : label;
}
