namespace Qiansi.Torch.Printing;

/// <summary>
/// How the elements of one tensor are written so that they are of one width: PyTorch's choice between whole numbers, decimals and
/// exponents.
/// </summary>
internal sealed class ElementFormat
{
    private readonly ScalarType type;
    private readonly PrintOptions options;
    private readonly bool whole = true;
    private readonly bool scientific;

    /// <param name="type">The type of the elements.</param>
    /// <param name="values">The elements that will be shown.</param>
    /// <param name="options">Digits and the like.</param>
    public ElementFormat(ScalarType type, IReadOnlyList<double> values, PrintOptions options)
    {
        this.type = type;
        this.options = options;
        Width = 1;
        if (!type.IsFloating() || options.FloatFormat is not null)
        {
            foreach (var value in values) Width = Math.Max(Width, Text(value).Length);
            return;
        }
        double min = double.PositiveInfinity, max = 0;
        var counted = values.Where(v => double.IsFinite(v) && v != 0).ToArray();
        foreach (var value in counted)
        {
            min = Math.Min(min, Math.Abs(value));
            max = Math.Max(max, Math.Abs(value));
            if (value != Math.Ceiling(value)) whole = false;
        }
        if (counted.Length > 0) scientific = max / min > 1000 || max > 1e8 || (!whole && min < 1e-4);
        if (options.Scientific is { } chosen) scientific = chosen;
        foreach (var value in counted) Width = Math.Max(Width, Text(value).Length);
    }

    /// <summary>Characters an element takes; infinities and NaN may take more.</summary>
    public int Width { get; }

    public string Format(double value) => Text(value).PadLeft(Width);

    private string Text(double value)
    {
        if (type == ScalarType.Bool) return value != 0 ? "True" : "False";
        if (!type.IsFloating()) return ((long)value).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (options.FloatFormat is { } format)
        {
            var culture = options.Culture ?? System.Globalization.CultureInfo.InvariantCulture;
            return type == ScalarType.Float64 ? value.ToString(format, culture) : ((float)value).ToString(format, culture);
        }

        if (scientific) return NumberFormat.Exponent(value, options.Precision);
        if (!whole) return NumberFormat.Fixed(value, options.Precision);
        return double.IsFinite(value) ? NumberFormat.Fixed(value, 0) + "." : NumberFormat.Fixed(value, 0);
    }
}
