using Qiansi.Tensors.Charts;
using Qiansi.Tensors.Heatmaps;
using Qiansi.Tensors.Multiples;
using Qiansi.Tensors.Naming;
using Qiansi.Tensors.Pictures;

namespace Qiansi.Tensors.Views;

/// <summary>What a tensor shows as the value of a cell: facts, statistics, and a picture that fits its rank.</summary>
internal static class TensorView
{
    /// <summary>The view as HTML.</summary>
    public static string Html(Tensor tensor) => tensor.IsInvalid
        ? new Card().Facts("Tensor", "disposed: its memory is gone").ToString()
        : Html(tensor, $"Tensor {ShapeText.Of(tensor)}", TensorFacts.Of(tensor));

    /// <summary>The view below facts of one's own.</summary>
    public static string Html(Tensor tensor, string head, IEnumerable<string> facts)
    {
        var card = new Card().Facts(head, facts);
        if (tensor.count == 0) return card.Note("no elements").ToString();
        var sample = Sample.Read(tensor);
        var statistics = Statistics.Of(tensor, sample);
        if (tensor.count == 1)
            return card.Markup(Scalar(tensor, sample.Values[0])).Figures([], StatisticsText.Alarms(statistics)).ToString();
        card.Figures(StatisticsText.Figures(statistics), StatisticsText.Alarms(statistics));
        var (drawings, note) = Drawings(tensor, sample, statistics);
        return card.Drawings(drawings).Note(Join(StatisticsText.Sampling(statistics), note)).ToString();
    }

    /// <summary>The view as text: a line of facts and statistics, then the elements as PyTorch prints them.</summary>
    public static string Text(Tensor tensor)
    {
        if (tensor.IsInvalid) return TensorFacts.Line(tensor);
        var facts = string.Join(" · ", TensorFacts.Of(tensor));
        var head = $"Tensor {ShapeText.Of(tensor)} · {facts}";
        if (tensor.count <= 1) return $"{head}\n{tensor}";
        var sample = Sample.Read(tensor);
        var line = StatisticsText.Line(Statistics.Of(tensor, sample));
        var histogram = Histogram.Of(sample.Values, 24);
        return histogram is null ? $"{head}\n{line}\n{tensor}" : $"{head}\n{line}\n{HistogramText.Line(histogram)}\n{tensor}";
    }

    private static string Scalar(Tensor tensor, double value) =>
        $"<div style=\"font-family:{Theme.Mono};font-size:22px\">{MarkupText.Escape(TensorFacts.Element(tensor, value))}</div>";

    private static (List<string> Drawings, string? Note) Drawings(Tensor tensor, Sample sample, Statistics statistics)
    {
        List<string> drawings = [];
        string? note = null;
        var names = AxisNames.Of(tensor);
        string Number(double value) => TensorFacts.Element(tensor, value);
        if (tensor.ndim == 1)
        {
            drawings.Add(SeriesDrawing.Draw(PlaneSource.Last(tensor), ShapeText.Axis(names, 0), statistics, Number));
        }
        else if (tensor.ndim == 2)
        {
            var plane = HeatmapDrawing.Read(PlaneSource.Last(tensor));
            var labels = new HeatLabels(ShapeText.Axis(names, 0), ShapeText.Axis(names, 1));
            drawings.Add(HeatmapDrawing.Draw(plane, HeatScale.Of(plane.IsReduced ? Statistics.Of(plane.Values) : statistics), labels,
                $"heatmap of {plane.Source.Rows} by {plane.Source.Columns} numbers", Number, v => TensorFacts.Brief(tensor, v)));
            if (plane.IsReduced) note = $"the picture has {plane.Rows}×{plane.Columns} blocks, each the mean of elements sampled from it";
        }
        else
        {
            (var drawing, note) = TensorPanels.Draw(tensor);
            drawings.Add(drawing);
        }

        if (tensor.count > 8 && Histogram.Of(sample.Values) is { } histogram)
            drawings.Add(HistogramDrawing.Draw(histogram, statistics, 240, 96));
        return (drawings, note);
    }

    private static string? Join(string? a, string? b) => a is null ? b : b is null ? a : $"{a}; {b}";
}
