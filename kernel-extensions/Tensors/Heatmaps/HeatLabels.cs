namespace Qiansi.Tensors.Heatmaps;

/// <summary>What stands at a heatmap's axes.</summary>
/// <param name="RowAxis">Name of the rows.</param>
/// <param name="ColumnAxis">Name of the columns.</param>
/// <param name="Rows">A label for each row; null: its index.</param>
/// <param name="Columns">A label for each column; null: its index.</param>
internal sealed record HeatLabels(string RowAxis, string ColumnAxis, IReadOnlyList<string>? Rows = null,
    IReadOnlyList<string>? Columns = null)
{
    /// <summary>Characters of the longest name a cell of a plane has.</summary>
    public int Longest(Reading.Plane plane) =>
        RowAxis.Length + ColumnAxis.Length + Enumerable.Range(0, plane.Rows).Max(r => Row(r).Length) + Enumerable.Range(0, plane.Columns)
            .Max(c => Column(c).Length);

    /// <summary>What a row is called.</summary>
    public string Row(long index) => Rows is { } names ? names[(int)index] : $"{index}";

    /// <summary>What a column is called.</summary>
    public string Column(long index) => Columns is { } names ? names[(int)index] : $"{index}";
}
