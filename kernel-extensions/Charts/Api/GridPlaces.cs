namespace Qiansi.Charts;

/// <summary>Where the cells of a grid lie, in parts of the plot; y grows upwards.</summary>
internal sealed class GridPlaces(int rows, int columns, double? xGap, double? yGap)
{
    /// <summary>The part of the plot that belongs to a cell.</summary>
    public PlotlyObject Domain(int row, int column)
    {
        var (left, right) = Range(column, columns, xGap ?? DefaultGap(columns));
        var (bottom, top) = Range(rows - 1 - row, rows, yGap ?? DefaultGap(rows));
        return new PlotlyObject { ["x"] = new[] { left, right }, ["y"] = new[] { bottom, top } };
    }

    /// <summary>Plotly's gap where none is given; it counts in parts of a cell.</summary>
    public static double DefaultGap(int count) => count < 2 ? 0 : 0.2;

    /// <summary>The ends of the n-th of several cells with gaps of a part of a cell.</summary>
    public static (double From, double To) Range(int index, int count, double gap)
    {
        var cell = 1 / (count + gap * (count - 1));
        var from = index * cell * (1 + gap);
        return (Math.Round(from, 6), Math.Round(from + cell, 6));
    }
}
