using Qiansi.Tensors.Heatmaps;
using Qiansi.Tensors.Naming;

namespace Qiansi.Tensors.Multiples;

/// <summary>The planes of a tensor of three dimensions and more as panels: its last two dimensions within, the others across.</summary>
internal static class TensorPanels
{
    /// <summary>Draws the panels.</summary>
    /// <returns>The drawing, and what its panels are.</returns>
    public static (string Drawing, string Note) Draw(Tensor tensor, double? min = null, double? max = null)
    {
        var names = AxisNames.Of(tensor);
        var grid = PanelGrid.Of(tensor.sizes.AsSpan(0, tensor.sizes.Length - 2).ToArray());
        var side = Side(grid.Indices.Length);
        var planes = Array.ConvertAll(grid.Indices, index => Reduced(PlaneSource.Last(tensor, index), side));
        var titles = grid.Indices.Zip(planes, (index, plane) => Title(names, index, plane)).ToArray();
        // Without names the numbers say enough: the remark below tells of which dimension they are.
        string Label(long[] index, int[] dimensions) =>
            string.Join(", ", dimensions.Select(d => names[d] is { } name ? $"{name} {index[d]}" : $"{index[d]}"));
        string[] rows = [], columns = [], captions = [];
        if (grid.IsWrapped) captions = Array.ConvertAll(grid.Indices, index => Label(index, grid.ColumnDimensions));
        else
        {
            rows = [.. Enumerable.Range(0, grid.Indices.Length / grid.Columns)
                .Select(r => Label(grid.Indices[r * grid.Columns], grid.RowDimensions))];
            columns = [.. Enumerable.Range(0, grid.Columns).Select(c => Label(grid.Indices[c], grid.ColumnDimensions))];
        }

        var n = names.Length;
        var label = $"{planes.Length} heatmaps of {ShapeText.Axis(names, n - 2)} by {ShapeText.Axis(names, n - 1)}";
        var scale = HeatScale.Of(Statistics.Of([.. planes.SelectMany(p => p.Values)])).Between(min, max);
        var drawing = new Panels(planes, grid.Columns, titles, rows, columns, captions).Draw(scale, label);
        return (drawing, Note(tensor, names, grid, planes[0]));
    }

    /// <summary>A plane of at most so many blocks along its longer side.</summary>
    public static Plane Reduced(PlaneSource source, int side)
    {
        var scale = Math.Max(1, Math.Max(source.Rows, source.Columns) / (double)side);
        return Plane.Read(source, Math.Max(1, (int)Math.Round(source.Rows / scale)), Math.Max(1, (int)Math.Round(source.Columns / scale)));
    }

    /// <summary>Blocks along a panel's side for which so many panels stay well below 64 KiB.</summary>
    public static int Side(int panels) => Math.Clamp((int)Math.Sqrt(38_000.0 / Math.Max(1, panels)), 12, 160);

    private static string Title(string?[] names, long[] index, Plane plane)
    {
        var statistics = Statistics.Of(plane.Values);
        var alarms = string.Concat(StatisticsText.Alarms(statistics).Select(a => " " + a));
        return $"{string.Join(", ", index.Select((at, d) => ShapeText.At(names, d, at)))}: mean "
            + $"{StatisticsText.Number(statistics.Mean)}, {StatisticsText.Number(statistics.Min)} to "
            + $"{StatisticsText.Number(statistics.Max)}{alarms}";
    }

    private static string Note(Tensor tensor, string?[] names, PanelGrid grid, Plane first)
    {
        string Names(int[] dimensions) => string.Join(" × ", dimensions.Select(d => ShapeText.Axis(names, d)));
        var across = grid.IsWrapped
            ? $"one for each {Names(grid.ColumnDimensions)}" : $"{Names(grid.ColumnDimensions)} across, {Names(grid.RowDimensions)} down";
        List<string> parts = [
            $"panels of {ShapeText.Axis(names, names.Length - 2)} by {ShapeText.Axis(names, names.Length - 1)}, {across}"];
        if (grid.Indices.Length < grid.Total)
            parts.Add($"{NumberText.Count(grid.Indices.Length)} of {NumberText.Count(grid.Total)} are shown");
        if (first.IsReduced)
            parts.Add($"its {tensor.sizes[^2]}×{tensor.sizes[^1]} elements as {first.Rows}×{first.Columns} blocks, sampled");
        return string.Join("; ", parts);
    }
}
