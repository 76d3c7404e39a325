using Qiansi.Drawing;

namespace Qiansi.Trees.Figures;

/// <summary>The colours and widths of a figure's nodes and edges.</summary>
internal sealed class FigureColors
{
    private static readonly Rgb CurrentColor = Rgb.Parse("#d55e00");
    private static readonly Rgb DoneColor = Rgb.Parse("#2a85c7");

    private readonly (double Min, double Max) _values;
    private readonly (double Min, double Max) _widths;

    /// <summary>Reads kinds and ranges from a figure.</summary>
    public FigureColors(Figure figure)
    {
        Categories = [.. figure.Nodes.Select(n => n.Category).OfType<string>().Distinct()];
        HasValues = figure.Nodes.Any(n => n.Value is { } v && double.IsFinite(v));
        HasWidths = figure.Edges.Any(e => e.Value is { } v && double.IsFinite(v));
        _values = figure.ValueRange ?? Range(figure.Nodes.Select(n => n.Value));
        _widths = Range(figure.Edges.Select(e => e.Value));
        Scale = _values.Min < 0 && _values.Max > 0 ? ColorScale.Diverging : ColorScale.Viridis;
        if (_values.Min < 0 && _values.Max > 0) _values = (-Math.Max(-_values.Min, _values.Max), Math.Max(-_values.Min, _values.Max));
    }

    /// <summary>The kinds, in the order they come.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>Whether nodes have numbers.</summary>
    public bool HasValues { get; }

    /// <summary>Whether edges have numbers.</summary>
    public bool HasWidths { get; }

    /// <summary>Colours of numbers: from blue to red around 0 when signs mix.</summary>
    public ColorScale Scale { get; }

    /// <summary>Ends of the colour scale.</summary>
    public (double Min, double Max) Values => _values;

    /// <summary>Ends of the widths.</summary>
    public (double Min, double Max) Widths => _widths;

    /// <summary>The colour of a kind.</summary>
    public Rgb Category(string category)
    {
        for (var i = 0; i < Categories.Count; i++) if (Categories[i] == category) return Palette.Category(i);
        return Palette.Category(0);
    }

    /// <summary>The colour of a mark, or null for nodes without one.</summary>
    public static Rgb? Of(Mark mark) => mark switch { Mark.Current => CurrentColor, Mark.Done => DoneColor, _ => null };

    /// <summary>The colour that stands for a node's number, or null without one.</summary>
    public Rgb? Value(GraphNode node) => node.Value is { } v && double.IsFinite(v) ? Scale.At(v, _values.Min, _values.Max) : null;

    /// <summary>Width of an edge's line in pixels.</summary>
    public double Width(GraphEdge edge) => edge.Value is { } v && double.IsFinite(v) ? WidthAt(v) : 1.3;

    /// <summary>Width of a line that stands for a number: 1 to 6.</summary>
    public double WidthAt(double value) => _widths.Max > _widths.Min ? 1 + 5 * (value - _widths.Min) / (_widths.Max - _widths.Min) : 2;

    private static (double Min, double Max) Range(IEnumerable<double?> values)
    {
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
            if (value is { } v && double.IsFinite(v)) (min, max) = (Math.Min(min, v), Math.Max(max, v));
        return min <= max ? (min, max) : (0, 0);
    }
}
