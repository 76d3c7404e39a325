namespace Qiansi.Charts.Rendering.Traces.Space;

/// <summary>One axis of space: the range of its values, brought to -1 to 1.</summary>
internal sealed class SpaceAxis(PlotlyObject? attributes, string letter)
{
    private readonly PlotAxis _axis = new(letter == "z" ? "y" : "x", attributes);

    /// <summary>Its title; its letter when it has none.</summary>
    public string Title => _axis.Title ?? letter;

    /// <summary>Tells it what kinds of values it holds.</summary>
    public void Learn(object? column) => _axis.Learn(column);

    /// <summary>Coordinates of a column; 0, 1, 2, … when there is none.</summary>
    public double[] Coordinates(object? column, int count) =>
        column is null ? [.. Enumerable.Range(0, count).Select(i => (double)i)] : _axis.Coordinates(column);

    /// <summary>Values lie within the range.</summary>
    public void Include(IEnumerable<double> coordinates)
    {
        foreach (var coordinate in coordinates) _axis.Include(coordinate);
    }

    /// <summary>Fixes the range.</summary>
    public void Settle()
    {
        _axis.IsTight = true;
        _axis.Settle();
        _axis.Lay(-1, 1);
    }

    /// <summary>The place of a coordinate between -1 and 1.</summary>
    public double Place(double coordinate) => Math.Clamp(_axis.Pixel(coordinate), -1, 1);

    /// <summary>Ticks, for about so many pixels.</summary>
    public TickMarks Ticks(double length) => _axis.Ticks(length);

    /// <summary>A coordinate in words.</summary>
    public string Words(double coordinate) => _axis.Kind == AxisKind.Linear ? NumberText.Short(coordinate, 4) : _axis.Words(coordinate);
}
