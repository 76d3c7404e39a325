using Qiansi.Tensors.Charts;
using Qiansi.Tensors.Heatmaps;
using Qiansi.Tensors.Multiples;
using Qiansi.Tensors.Naming;
using Qiansi.Tensors.Pictures;

namespace Qiansi.Tensors;

/// <summary>Tensors as colours and as spreads.</summary>
public static class TensorHeatmaps
{
    /// <summary>
    /// The tensor as colours: its last two dimensions as rows and columns, those before as panels. Around 0 and diverging when signs mix.
    /// </summary>
    /// <param name="tensor">At least one dimension; large ones are drawn as blocks, and it says so.</param>
    /// <param name="rows">A label for each row, of a tensor of two dimensions.</param>
    /// <param name="columns">A label for each column.</param>
    /// <param name="min">The number at the start of the colours; null: the smallest.</param>
    /// <param name="max">The number at the end of the colours; null: the largest.</param>
    /// <exception cref="ArgumentException">
    /// The tensor is empty or a single number, or the labels are not as many as rows or columns.
    /// </exception>
    public static TensorPicture AsHeatmap(this Tensor tensor, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null,
        double? min = null, double? max = null)
    {
        if (tensor.ndim == 0 || tensor.count == 0)
            throw new ArgumentException($"AsHeatmap: {ShapeText.Of(tensor)} has no rows and columns");
        var sample = Sample.Read(tensor);
        var statistics = Statistics.Of(tensor, sample);
        var names = AxisNames.Of(tensor);
        if (tensor.ndim > 2)
        {
            var (panels, leftOut) = TensorPanels.Draw(tensor, min, max);
            return Picture(tensor, statistics, panels, leftOut);
        }

        var source = PlaneSource.Last(tensor);
        var plane = HeatmapDrawing.Read(source);
        var scale = HeatScale.Of(plane.IsReduced ? Statistics.Of(plane.Values) : statistics).Between(min, max);
        var labels = new HeatLabels(
            tensor.ndim == 2 ? ShapeText.Axis(names, 0) : "", ShapeText.Axis(names, names.Length - 1),
            Labels(rows, source.Rows, "rows"), Labels(columns, source.Columns, "columns"));
        var drawing = HeatmapDrawing.Draw(plane, scale, labels, $"heatmap of {source.Rows} by {source.Columns} numbers",
            v => TensorFacts.Element(tensor, v), v => TensorFacts.Brief(tensor, v));
        return Picture(tensor, statistics, drawing,
            plane.IsReduced ? $"{plane.Rows}×{plane.Columns} blocks, each the mean of elements sampled from it" : null);
    }

    /// <summary>How the elements are spread, with mean and standard deviation marked.</summary>
    /// <param name="tensor">Any shape; of large tensors a sample, and it says so.</param>
    /// <param name="bins">How many bars; null: as many as the elements deserve.</param>
    /// <exception cref="ArgumentException">There are no finite elements, or the bars are not 1 to 200.</exception>
    public static TensorPicture AsHistogram(this Tensor tensor, int? bins = null)
    {
        if (bins is < 1 or > 200) throw new ArgumentException($"AsHistogram: {bins} bars; give 1 to 200");
        var sample = Sample.Read(tensor);
        var statistics = Statistics.Of(tensor, sample);
        if (Histogram.Of(sample.Values, bins) is not { } histogram)
            throw new ArgumentException($"AsHistogram: {ShapeText.Of(tensor)} has no finite element ({StatisticsText.Line(statistics)})");
        var picture = Picture(tensor, statistics, HistogramDrawing.Draw(histogram, statistics, 420, 140), null);
        return new TensorPicture(picture.Html, $"{picture.Text}\n{HistogramText.Line(histogram)}");
    }

    private static TensorPicture Picture(Tensor tensor, Statistics statistics, string drawing, string? note)
    {
        var head = $"{ShapeText.Of(tensor)} {ShapeText.Type(tensor.dtype)}";
        var line = StatisticsText.Line(statistics);
        var card = new Card().Drawings(drawing).Note($"{head} · {line}").Note(note);
        return new TensorPicture(card.ToString(), note is null ? $"{head} · {line}" : $"{head} · {line}\n{note}");
    }

    private static List<string>? Labels(IEnumerable<string>? labels, long count, string what)
    {
        var list = labels?.ToList();
        if (list is not null && list.Count != count)
            throw new ArgumentException($"AsHeatmap: {list.Count} labels for {count} {what}; give as many");
        return list;
    }
}
