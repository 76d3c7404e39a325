namespace Qiansi.Charts.Rendering.Traces.Fields;

/// <summary>Cells of colour.</summary>
internal class HeatmapDrawing(Trace trace, string color) : FieldDrawing(trace, color)
{
    public override void Measure()
    {
        base.Measure();
        if (Z.Length == 0) return;
        X!.Include(Edges(Columns));
        Y!.Include(Edges(Lines));
        (X.IsTight, Y.IsTight) = (true, true);
    }

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
        if (Z.Length == 0) return;
        var (columns, lines) = (Edges(Columns), Edges(Lines));
        if (Opacity is { } opacity) svg.Group(style: new SvgStyle(Opacity: opacity));
        if (Z.Length * Z[0].Length <= budget.Cells) Cells(svg, columns, lines);
        else LeftOut = CellPicture.Draw(svg, this, columns, lines, budget.Scale);
        if (Opacity is not null) svg.End();
    }

    /// <summary>Words of a cell for the pointer.</summary>
    protected virtual string Words(int row, int column) =>
        Hover($"{X!.Words(Columns[column])}, {Y!.Words(Lines[row])}: {NumberText.Short(Z[row][column], 5)}");

    private void Cells(SvgWriter svg, double[] columns, double[] lines)
    {
        var (xGap, yGap) = (Trace.Number("xgap") ?? 0, Trace.Number("ygap") ?? 0);
        svg.Raw("<g shape-rendering=\"crispEdges\">");
        for (var r = 0; r < Z.Length; r++)
        {
            for (var c = 0; c < Z[r].Length; c++)
            {
                if (!double.IsFinite(Z[r][c])) continue;
                var (x1, x2) = Ordered(X!.Pixel(columns[c]), X.Pixel(columns[c + 1]));
                var (y1, y2) = Ordered(Y!.Pixel(lines[r]), Y.Pixel(lines[r + 1]));
                svg.Rect(x1 + xGap / 2, y1 + yGap / 2, Math.Max(0, x2 - x1 - xGap), Math.Max(0, y2 - y1 - yGap),
                    SvgStyle.Filled(Colors.At(Z[r][c])), 0, Words(r, c));
            }
        }

        svg.Raw("</g>");
        Texts(svg, columns, lines);
    }

    private void Texts(SvgWriter svg, double[] columns, double[] lines)
    {
        var template = Trace.Text("texttemplate");
        if (template is null) return;
        var texts = new string?[Z.Length][];
        for (var r = 0; r < Z.Length; r++)
        {
            texts[r] = [
                .. Z[r].Select(
                    (z, c) => template.Replace("%{z}", double.IsFinite(z) ? NumberText.Short(z, 3) : "").Replace("%{text}", Text(r, c)))];
        }

        var widest = texts.SelectMany(t => t).Max(t => TextWidth.Of(t ?? "", 1));
        var (width, height) = (Math.Abs(X!.Pixel(columns[^1]) - X.Pixel(columns[0])) / Z[0].Length,
            Math.Abs(Y!.Pixel(lines[^1]) - Y.Pixel(lines[0])) / Z.Length);
        var size = Math.Min(13, Math.Min((width - 4) / Math.Max(widest, 0.5), height - 3));
        if (size < 6.5) return;
        for (var r = 0; r < Z.Length; r++)
        {
            for (var c = 0; c < Z[r].Length; c++)
            {
                if (texts[r][c] is not { Length: > 0 } text) continue;
                svg.Text(X.Pixel((columns[c] + columns[c + 1]) / 2), Y.Pixel((lines[r] + lines[r + 1]) / 2) + size * 0.36, text, "middle",
                    size, double.IsFinite(Z[r][c]) ? Colors.At(Z[r][c]).TextOnTop.ToString() : null);
            }
        }
    }

    private string Text(int row, int column) => Trace["text"] switch
    {
        string?[][] texts when row < texts.Length && column < texts[row].Length => PlainWords.Line(texts[row][column] ?? ""),
        double[][] numbers when row < numbers.Length && column < numbers[row].Length => NumberText.Short(numbers[row][column], 3),
        _ => "",
    };

    private static (double, double) Ordered(double a, double b) => a <= b ? (a, b) : (b, a);
}
