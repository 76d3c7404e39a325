namespace Qiansi.Charts.Rendering.Axes;

/// <summary>The ticks of an axis: coordinates and labels.</summary>
/// <param name="Places">Coordinates.</param>
/// <param name="Labels">One for each place; empty for a tick without.</param>
/// <param name="Angle">Degrees the labels are turned by, so that they do not run into each other.</param>
internal sealed record TickMarks(double[] Places, string[] Labels, double Angle = 0)
{
    /// <summary>Font size of labels.</summary>
    public const double Size = 11;

    private const int MostCharacters = 24;

    /// <summary>Width of the widest label.</summary>
    public double LabelWidth => Labels.Length == 0 ? 0 : Labels.Max(l => TextWidth.Of(l, Size));

    /// <summary>Space the labels take below a horizontal axis.</summary>
    public double LabelHeight => Labels.Length == 0 ? 0 : Angle == 0 ? 14 : 8 + LabelWidth * Math.Sin(Math.Abs(Angle) * Math.PI / 180);

    /// <summary>Ticks that fit on an axis.</summary>
    public static TickMarks Of(PlotAxis axis, Categories categories, double length)
    {
        var (low, high) = (Math.Min(axis.Min, axis.Max), Math.Max(axis.Min, axis.Max));
        if (axis.Attributes.Flag("showticklabels") is false && axis.Kind == AxisKind.Category) return new([], []);
        var marks = Given(axis, low, high) ?? axis.Kind switch
        {
            AxisKind.Category => Names(categories, low, high),
            AxisKind.Date => Dates(axis, low, high, length),
            AxisKind.Log => Powers(low, high, length, axis.IsHorizontal),
            _ => Numbers(axis, low, high, length),
        };
        if (axis.Attributes.Flag("showticklabels") is false) return marks with { Labels = [.. marks.Labels.Select(_ => "")] };
        return axis.IsHorizontal ? Fit(marks, axis, length) : Thin(marks, length / 13);
    }

    private static TickMarks? Given(PlotAxis axis, double low, double high)
    {
        if (axis.Attributes?["tickvals"] is not Array values) return null;
        var places = axis.Coordinates(values);
        var words = Enumerable.Range(0, places.Length)
            .Select(i => axis.Attributes.TextAt("ticktext", i) is { } text ? PlainWords.Line(text) : axis.Words(places[i]));
        var shown = places.Zip(words).Where(p => p.First >= low - 1e-9 && p.First <= high + 1e-9).ToArray();
        return new([.. shown.Select(s => s.First)], [.. shown.Select(s => s.Second)]);
    }

    private static TickMarks Names(Categories categories, double low, double high)
    {
        int first = Math.Max(0, (int)Math.Ceiling(low)), last = Math.Min(categories.Count - 1, (int)Math.Floor(high));
        var indices = Enumerable.Range(first, Math.Max(0, last - first + 1)).ToArray();
        return new([.. indices.Select(i => (double)i)], [.. indices.Select(i => PlainWords.Short(categories.Name(i), MostCharacters))]);
    }

    private static TickMarks Dates(PlotAxis axis, double low, double high, double length)
    {
        var (places, labels) = DateTicks.Between(low, high, Math.Max(2, (int)(length / (axis.IsHorizontal ? 90 : 45))));
        if (axis.Attributes.Text("tickformat") is { } format)
            labels = [.. places.Zip(labels, (p, l) => TickFormat.Date(DateText.Date(p), format) ?? l)];
        return new(places, labels);
    }

    private static TickMarks Numbers(PlotAxis axis, double low, double high, double length)
    {
        double[] places;
        if (axis.Attributes.Number("dtick") is > 0 and var step && (high - low) / step < 200)
        {
            var origin = axis.Attributes.Number("tick0") ?? 0;
            var first = Math.Ceiling((low - origin) / step - 1e-9);
            places = [.. Enumerable.Range(0, (int)Math.Floor((high - origin) / step - first + 1 + 1e-9))
                .Select(i => origin + (first + i) * step)];
        }
        else
        {
            places = Drawing.Ticks.Linear(low, high,
                (int)(axis.Attributes.Number("nticks") ?? Math.Max(2, length / (axis.IsHorizontal ? 75 : 48))));
        }

        var format = axis.Attributes.Text("tickformat");
        var labels = Drawing.Ticks.Labels(places);
        if (format is not null) labels = [.. places.Zip(labels, (p, l) => TickFormat.Number(p, format) ?? l)];
        return new(places, labels);
    }

    private static TickMarks Powers(double low, double high, double length, bool isHorizontal)
    {
        if (high - low < 1e-6 || high > 300 || low < -300) return new([low, high], [PowerText(low), PowerText(high)]);
        var values = Drawing.Ticks.Logarithmic(Math.Pow(10, low), Math.Pow(10, high), (int)Math.Max(2, length / (isHorizontal ? 70 : 40)));
        if (values.Length < 2) values = Drawing.Ticks.Linear(Math.Pow(10, low), Math.Pow(10, high), 4) is { Length: > 0 } even
            ? [.. even.Where(v => v > 0)] : values;
        return new([.. values.Select(Math.Log10)], [.. values.Select(v => PowerText(Math.Log10(v)))]);
    }

    /// <summary>Small powers as numbers, others as 10ⁿ.</summary>
    private static string PowerText(double power)
    {
        var whole = Math.Round(power);
        if (Math.Abs(power - whole) > 1e-9 || Math.Abs(whole) <= 3) return NumberText.Short(Math.Pow(10, power), 3);
        return "10" + string.Concat(
            whole.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
    }

    /// <summary>Turns labels that are too wide for their distance, or leaves some out where turning does not help.</summary>
    private static TickMarks Fit(TickMarks marks, PlotAxis axis, double length)
    {
        if (marks.Places.Length < 2) return marks;
        if (axis.Attributes.Number("tickangle") is { } given) return marks with { Angle = given };
        var distance = length / Math.Abs(axis.Max - axis.Min) * marks.Places.Zip(marks.Places.Skip(1), (a, b) => Math.Abs(b - a)).Min();
        if (Fits(marks, distance)) return marks;
        if (axis.Kind == AxisKind.Category)
            return distance >= 13 ? marks with { Angle = -40 } : Thin(marks, length / 13) with { Angle = -40 };
        var every = 2;
        while (every < marks.Places.Length && !Fits(marks, distance * every)) every++;
        return marks with { Labels = [.. marks.Labels.Select((l, i) => i % every == 0 ? l : "")] };
    }

    private static bool Fits(TickMarks marks, double distance) =>
        marks.Labels.Zip(marks.Labels.Skip(1)).All(p => (TextWidth.Of(p.First, Size) + TextWidth.Of(p.Second, Size)) / 2 + 8 <= distance);

    private static TickMarks Thin(TickMarks marks, double most)
    {
        var every = (int)Math.Ceiling(marks.Places.Length / Math.Max(1, most));
        return every <= 1 ? marks : marks with { Labels = [.. marks.Labels.Select((l, i) => i % every == 0 ? l : "")] };
    }
}
