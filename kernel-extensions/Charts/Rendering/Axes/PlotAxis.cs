namespace Qiansi.Charts.Rendering.Axes;

/// <summary>One axis: which values it holds, where they lie in pixels, and its ticks.</summary>
/// <remarks>
/// Values become coordinates (numbers, powers of ten, seconds, or numbers of categories), and coordinates become pixels.
/// The traces say what they hold by <see cref="Include(double)"/>; then <see cref="Settle"/> fixes the range.
/// </remarks>
internal sealed class PlotAxis(string id, PlotlyObject? attributes)
{
    private readonly Categories _categories = new(attributes);
    private double _low = double.PositiveInfinity, _high = double.NegativeInfinity;
    private bool _isRangeGiven;

    /// <summary><c>x</c>, <c>y</c>, <c>x2</c>, ….</summary>
    public string Id => id;

    /// <summary>Whether it runs from left to right.</summary>
    public bool IsHorizontal => id[0] == 'x';

    /// <summary>What the layout says of it.</summary>
    public PlotlyObject? Attributes => attributes;

    /// <summary>How it is divided.</summary>
    public AxisKind Kind { get; private set; } = attributes.Text("type") switch
    {
        "log" => AxisKind.Log,
        "date" => AxisKind.Date,
        "category" or "multicategory" => AxisKind.Category,
        _ => AxisKind.Linear,
    };

    /// <summary>Coordinate at the start.</summary>
    public double Min { get; private set; }

    /// <summary>Coordinate at the end.</summary>
    public double Max { get; private set; }

    /// <summary>Pixel of <see cref="Min"/>.</summary>
    public double From { get; private set; }

    /// <summary>Pixel of <see cref="Max"/>.</summary>
    public double To { get; private set; }

    /// <summary>Whether values may lie outside the range, so that the drawing has to be clipped.</summary>
    public bool MayOverflow => _isRangeGiven;

    /// <summary>Part of the range that is kept free at each end.</summary>
    public double Padding { get; set; }

    /// <summary>Whether no padding is wanted: heatmaps and contours reach the frame.</summary>
    public bool IsTight { get; set; }

    /// <summary>Whether the range has to begin or end at zero when all values are on one side of it: bars.</summary>
    public bool StartsAtZero { get; set; }

    /// <summary>Whether any trace has values on it.</summary>
    public bool HasValues => _low <= _high;

    /// <summary>The axis' title, or null.</summary>
    public string? Title => attributes.Text("title") is { Length: > 0 } title ? PlainWords.Line(title) : null;

    /// <summary>Whether it is drawn with the axis of another's place.</summary>
    public bool IsOverlay => attributes.Text("overlaying") is { Length: > 0 };

    /// <summary>Whether its ticks stand on the far side: right, or top.</summary>
    public bool IsOpposite => attributes.Text("side") is "right" or "top";

    /// <summary>Whether anything of it is to be seen.</summary>
    public bool IsVisible => attributes.Flag("visible") is not false;

    /// <summary>Looks at a column before any is measured: texts make the axis one of categories, dates one of time.</summary>
    public void Learn(object? column)
    {
        if (column is double[][] or string?[][]) return;
        if (attributes.Text("type") is null or "-" && column is string?[] texts && texts.FirstOrDefault(t => t is not null) is { } first)
        {
            if (Kind == AxisKind.Linear)
                Kind = Array.TrueForAll(texts, t => t is null || DateText.Seconds(t) is not null) && DateText.Seconds(first) is not null
                    ? AxisKind.Date : AxisKind.Category;
            else if (Kind == AxisKind.Date && !Array.TrueForAll(texts, t => t is null || DateText.Seconds(t) is not null))
                Kind = AxisKind.Category;
        }
        else if (column is object?[] and not string?[] && column is not double[] && Kind == AxisKind.Linear
            && attributes.Text("type") is null)
        {
            Kind = AxisKind.Category;
        }

        if (Kind == AxisKind.Category) _categories.Add(column);
    }

    /// <summary>The coordinates of a column; NaN where a value has none.</summary>
    public double[] Coordinates(object? column) => column switch
    {
        double[] numbers when Kind is AxisKind.Linear or AxisKind.Date => Kind == AxisKind.Date
            ? Array.ConvertAll(numbers, n => n / 1000) : numbers,
        double[] numbers => Array.ConvertAll(numbers, n => Coordinate(n)),
        string?[] texts => Array.ConvertAll(texts, t => Coordinate(t)),
        object?[] mixed => Array.ConvertAll(mixed, Coordinate),
        null => [],
        _ => [Coordinate(column)],
    };

    /// <summary>The coordinate of a value; NaN when it has none.</summary>
    public double Coordinate(object? value) => Kind switch
    {
        AxisKind.Category => _categories.IndexOf(value),
        AxisKind.Date => value is double milliseconds ? milliseconds / 1000 : DateText.Seconds(value as string) ?? double.NaN,
        AxisKind.Log => value is double number && number > 0 ? Math.Log10(number) : double.NaN,
        _ => value is double number
            ? number : value is string text && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var parsed)
            ? parsed : double.NaN,
    };

    /// <summary>A coordinate lies within the range.</summary>
    public void Include(double coordinate)
    {
        if (!double.IsFinite(coordinate)) return;
        (_low, _high) = (Math.Min(_low, coordinate), Math.Max(_high, coordinate));
    }

    /// <summary>Coordinates lie within the range.</summary>
    public void Include(ReadOnlySpan<double> coordinates)
    {
        foreach (var coordinate in coordinates) Include(coordinate);
    }

    /// <summary>Another axis shall have the same range: both take in what the other holds.</summary>
    public void Share(PlotAxis other)
    {
        (_low, _high) = (Math.Min(_low, other._low), Math.Max(_high, other._high));
        (other._low, other._high) = (_low, _high);
    }

    /// <summary>Fixes the range: what the layout says, else what the traces hold with some space around it.</summary>
    public void Settle()
    {
        if (attributes?["range"] is Array { Length: 2 } ends && End(ends, 0) is var from && End(ends, 1) is var to && double.IsFinite(from)
            && double.IsFinite(to) && from != to)
        {
            (Min, Max, _isRangeGiven) = (from, to, true);
            return;
        }

        (Min, Max) = HasValues ? (_low, _high) : Kind == AxisKind.Date ? (0, 86400) : (0, 1);
        if (Kind == AxisKind.Category)
        {
            (Min, Max) = (-0.5, Math.Max(_categories.Count, 1) - 0.5);
        }
        else
        {
            if (attributes.Text("rangemode") is "tozero" or "nonnegative" && Kind == AxisKind.Linear) StartsAtZero = true;
            if (Max <= Min) (Min, Max) = Widened(Min);
            var pad = IsTight ? 0 : (Max - Min) * Padding;
            var isZeroLow = StartsAtZero && Min >= 0 && Kind == AxisKind.Linear;
            var isZeroHigh = StartsAtZero && Max <= 0 && Kind == AxisKind.Linear;
            (Min, Max) = (isZeroLow ? 0 : Min - pad, isZeroHigh ? 0 : Max + pad);
        }

        if (attributes.Text("autorange") is "reversed") (Min, Max) = (Max, Min);
    }

    /// <summary>Makes the range longer around its middle.</summary>
    public void Widen(double factor)
    {
        var (middle, half) = ((Min + Max) / 2, (Max - Min) / 2 * factor);
        (Min, Max) = (middle - half, middle + half);
    }

    /// <summary>Says where the axis lies.</summary>
    public void Lay(double from, double to) => (From, To) = (from, to);

    /// <summary>The pixel of a coordinate.</summary>
    public double Pixel(double coordinate) => From + (coordinate - Min) / (Max - Min) * (To - From);

    /// <summary>Pixels of one unit of coordinates.</summary>
    public double PixelsPerUnit => Math.Abs((To - From) / (Max - Min));

    /// <summary>Ticks that fit, with their labels.</summary>
    /// <param name="length">Length of the axis in pixels.</param>
    public TickMarks Ticks(double length) => TickMarks.Of(this, _categories, length);

    /// <summary>A coordinate in words.</summary>
    public string Words(double coordinate) => Kind switch
    {
        AxisKind.Category => _categories.Name((int)Math.Round(coordinate)),
        AxisKind.Date => DateText.Short(coordinate),
        AxisKind.Log => NumberText.Short(Math.Pow(10, coordinate)),
        _ => NumberText.Short(coordinate, 5),
    };

    private double End(Array ends, int index)
    {
        var end = ends.GetValue(index);
        // Ends of logarithmic axes are powers, and ends of categories are numbers already.
        return Kind is AxisKind.Log or AxisKind.Category && end is double number ? number : Coordinate(end);
    }

    private (double, double) Widened(double only) => Kind switch
    {
        AxisKind.Date => (only - 43200, only + 43200),
        AxisKind.Log => (only - 0.5, only + 0.5),
        _ => only == 0 ? (-1, 1) : (only - Math.Abs(only) * 0.1, only + Math.Abs(only) * 0.1),
    };
}
