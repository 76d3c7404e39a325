using System.Text;
using Qiansi.Tensors.Comparing;
using Qiansi.Tensors.Heatmaps;
using Qiansi.Tensors.Naming;
using Qiansi.Tensors.Pictures;

namespace Qiansi.Tensors;

/// <summary>Two tensors beside each other.</summary>
public static class TensorComparison
{
    /// <summary>
    /// How two tensors differ: whether within tolerance, the largest errors and where they are, and both with their difference as pictures
    /// of the plane in which the largest is.
    /// </summary>
    /// <param name="a">The one tensor.</param>
    /// <param name="b">The other, of the same shape; types may differ.</param>
    /// <param name="rtol">How far apart they may be, as a part of <paramref name="b"/>.</param>
    /// <param name="atol">How far apart they may be at 0.</param>
    /// <returns>A picture; it says so when the shapes differ.</returns>
    public static TensorPicture Compare(this Tensor a, Tensor b, double rtol = 1e-5, double atol = 1e-8)
    {
        if (!a.sizes.AsSpan().SequenceEqual(b.sizes))
        {
            var shapes = $"shapes differ: {ShapeText.Of(a)} and {ShapeText.Of(b)}";
            return new TensorPicture(new Card().Facts("Different", shapes).ToString(), "Different · " + shapes);
        }

        if (a.count == 0) return new TensorPicture(new Card().Facts("Equal", "both are empty").ToString(), "Equal · both are empty");
        var comparison = Comparison.Of(a, b, rtol, atol);
        var (head, facts) = Facts(a, b, comparison, rtol, atol);
        var card = new Card().Facts(head, facts);
        if (comparison.Largest.Count == 0) return new TensorPicture(card.ToString(), $"{head} · {string.Join(" · ", facts)}");
        card.Markup(Table(a, comparison.Largest)).Drawings(Pictures(a, b, comparison.Largest[0].Index));
        if (comparison.IsSampled)
            card.Note($"sampled: {NumberText.Count(comparison.Looked)} of {NumberText.Count(comparison.Count)} elements were compared, "
                + "spread evenly");
        var text = new StringBuilder($"{head} · {string.Join(" · ", facts)}");
        foreach (var d in comparison.Largest)
            text.Append($"\n{ShapeText.Sizes(d.Index)}: {Full(d.First)} and {Full(d.Second)}, {Full(d.Absolute)} apart");
        return new TensorPicture(card.ToString(), text.ToString());
    }

    private static (string Head, List<string> Facts) Facts(Tensor a, Tensor b, Comparison comparison, double rtol, double atol)
    {
        List<string> facts = [ShapeText.Of(a),
            a.dtype == b.dtype ? ShapeText.Type(a.dtype) : $"{ShapeText.Type(a.dtype)} and {ShapeText.Type(b.dtype)}"];
        if (comparison.Largest.Count == 0)
            return (comparison.IsSampled ? "Equal as far as compared" : "Equal",
                [.. facts, $"{NumberText.Count(comparison.Looked)} elements"]);
        facts.Add($"largest difference {Number(comparison.Largest[0].Absolute)} at {ShapeText.Sizes(comparison.Largest[0].Index)}");
        facts.Add($"mean {Number(comparison.Mean)}");
        facts.Add($"largest relative {Number(comparison.Relative)}");
        var tolerance = $"rtol {NumberText.Short(rtol)}, atol {NumberText.Short(atol)}";
        if (comparison.Beyond == 0) return ("Close", [.. facts, $"all within {tolerance}"]);
        return ("Different",
            [.. facts, $"{NumberText.Count(comparison.Beyond)} of {NumberText.Count(comparison.Looked)} beyond {tolerance}"]);
    }

    private static string Table(Tensor a, IReadOnlyList<Difference> largest)
    {
        const string Cell = "text-align:right;padding:0 0 0 16px;font-family:" + Theme.Mono;
        var names = AxisNames.Of(a);
        var html = new StringBuilder("<table style=\"border-collapse:collapse;font-size:12px;margin:4px 0;width:auto\"><thead><tr>");
        foreach (var head in new[] { "where", "first", "second", "difference" })
            html.Append($"<th style=\"{Cell};font-weight:normal;color:{Theme.Soft}\">{head}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var d in largest)
        {
            var title = MarkupText.Escape(string.Join(", ", d.Index.Select((at, dim) => ShapeText.At(names, dim, at))));
            html.Append(
                $"<tr><td style=\"{Cell}\" title=\"{title}\">{ShapeText.Sizes(d.Index)}</td><td style=\"{Cell}\">{Full(d.First)}</td><td "
                    + $"style=\"{Cell}\">{Full(d.Second)}</td><td style=\"{Cell}\">{Full(d.First - d.Second)}</td></tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    /// <summary>First, second and difference of the plane with the largest difference.</summary>
    private static IEnumerable<string> Pictures(Tensor a, Tensor b, long[] worst)
    {
        if (a.ndim == 0) yield break;
        var names = AxisNames.Of(a);
        var outer = worst.AsSpan(0, Math.Max(0, worst.Length - 2)).ToArray();
        var (first, second) = (Small(PlaneSource.Last(a, outer)), Small(PlaneSource.Last(b, outer)));
        var values = new double[first.Values.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = first.Values[i].Equals(second.Values[i]) ? 0 : first.Values[i] - second.Values[i];
        var apart = first with { Values = values };
        var shared = HeatScale.Of(Statistics.Of([.. first.Values, .. second.Values]));
        var bound = Statistics.Of(values) is var s && double.IsNaN(s.Min) ? 1 : Math.Max(-s.Min, s.Max);
        var place = outer.Length == 0 ? "" : $" at {ShapeText.Sizes(outer)}";
        string Draw(Plane plane, HeatScale scale, string name) => HeatmapDrawing.Draw(
            plane, scale,
            new HeatLabels(a.ndim == 1 ? "" : ShapeText.Axis(names, names.Length - 2),
                $"{name}{place}: {ShapeText.Axis(names, names.Length - 1)}"), name, v => NumberText.Short(v), v => NumberText.Short(v, 3),
                mostLength: 16_000, longest: 150);
        yield return Draw(first, shared, "first");
        yield return Draw(second, shared, "second");
        yield return Draw(apart, new HeatScale(-bound, bound, ColorScale.Diverging), "difference");
    }

    private static Plane Small(PlaneSource source) => Multiples.TensorPanels.Reduced(source, 80);

    private static string Number(double value) => NumberText.Short(value, 3);

    private static string Full(double value) => NumberText.Short(value, 7);
}
