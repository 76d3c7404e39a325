using Qiansi.Drawing.Png;
using Qiansi.Tensors.Heatmaps;

namespace Qiansi.Tensors.Multiples;

/// <summary>Small heatmaps of one scale in rows and columns.</summary>
/// <param name="Planes">The panels, row by row.</param>
/// <param name="Columns">Panels in a row.</param>
/// <param name="Titles">What is told when the pointer rests on a panel.</param>
/// <param name="RowLabels">What stands left of each row of panels; empty for none.</param>
/// <param name="ColumnLabels">What stands above each column of panels; empty for none.</param>
/// <param name="Captions">What stands below each panel; empty for none.</param>
internal sealed record Panels(
    IReadOnlyList<Plane> Planes, int Columns, IReadOnlyList<string> Titles, IReadOnlyList<string> RowLabels,
    IReadOnlyList<string> ColumnLabels, IReadOnlyList<string> Captions)
{
    private const double Longest = 620;
    private const double Letter = 6.0;
    private const double CaptionHeight = 15;

    /// <summary>An outline whose clear inside takes the pointer.</summary>
    private static readonly SvgStyle Frame = new(Fill: "#fff0", Stroke: "currentColor", Width: 0.5, Opacity: 0.35);

    private int Rows => (Planes.Count + Columns - 1) / Columns;

    /// <summary>Draws the panels.</summary>
    /// <param name="scale">The colours of all of them.</param>
    /// <param name="label">What is seen, in words.</param>
    /// <param name="hasColorBar">Whether the scale is drawn beside them.</param>
    public string Draw(HeatScale scale, string label, bool hasColorBar = true)
    {
        var (rows, columns) = (Planes.Max(p => p.Rows), Planes.Max(p => p.Columns));
        var zoom = Zoom(rows, columns);
        var (width, height) = (columns * zoom, rows * zoom);
        var caption = Captions.Count > 0 ? CaptionHeight : 0;
        var left = RowLabels.Count > 0 ? (Math.Min(18, RowLabels.Max(l => l.Length)) * Letter) + 6 : 1;
        var top = ColumnLabels.Count > 0 ? 16 : 1;
        var gapPixels = (int)Math.Ceiling(4 / zoom);
        var gap = gapPixels * zoom;
        var (stepX, stepY) = (width + gap, height + gap + caption);
        var hasNotFinite = Planes.Any(p => p.Values.Any(v => !double.IsFinite(v)));
        var (fullWidth, fullHeight) = (Columns * stepX, Rows * stepY);
        var barHeight = hasColorBar ? Math.Min(Math.Max(40, fullHeight - gap), 160) + (hasNotFinite ? 20 : 0) : 0;
        var svg = new SvgWriter(left + fullWidth + (hasColorBar ? ColorBar.Width + 6 : 0),
            Math.Max(top + fullHeight, top + barHeight + 4), label);
        for (var c = 0; c < Math.Min(ColumnLabels.Count, Columns); c++)
            svg.Text(left + (c * stepX) + (width / 2), 11, Fit(ColumnLabels[c], stepX), "middle", 10, opacity: 0.8);
        for (var r = 0; r < RowLabels.Count; r++)
            svg.Text(left - 6, top + (r * stepY) + (height / 2) + 3.5, Fit(RowLabels[r], 18 * Letter), "end", 10, opacity: 0.8);
        for (var r = 0; r < Rows; r++)
        {
            var panels = Planes.Skip(r * Columns).Take(Columns).ToList();
            var strip = Strip(panels, rows, columns, gapPixels, scale);
            svg.Image(left, top + (r * stepY), strip.Width * zoom, strip.Height * zoom, strip.DataUri());
        }

        for (var p = 0; p < Planes.Count; p++)
        {
            var (x, y) = (left + (p % Columns * stepX), top + (p / Columns * stepY));
            svg.Rect(x, y, Planes[p].Columns * zoom, Planes[p].Rows * zoom, Frame, title: Titles[p]);
            if (caption > 0) svg.Text(x + (width / 2), y + height + 11, Fit(Captions[p], stepX), "middle", 10);
        }

        if (hasColorBar) ColorBar.Draw(svg, left + fullWidth + 6, top, Math.Min(fullHeight - gap, 160), scale, hasNotFinite);
        return svg.ToHtml();
    }

    /// <summary>A row of panels as one picture, clear between them: a file each would cost more than what is in it.</summary>
    private static IndexedPicture Strip(List<Plane> panels, int rows, int columns, int gap, HeatScale scale)
    {
        var strip = new IndexedPicture((panels.Count * (columns + gap)) - gap, rows, scale.Table, firstIsClear: true);
        for (var p = 0; p < panels.Count; p++)
        {
            for (var r = 0; r < panels[p].Rows; r++)
            {
                for (var c = 0; c < panels[p].Columns; c++) strip[r, (p * (columns + gap)) + c] = scale.Index(panels[p][r, c]);
            }
        }

        return strip;
    }

    /// <summary>Small panels are enlarged by halves, so that pixels stay squares of one size on most screens.</summary>
    private double Zoom(int rows, int columns)
    {
        var room = Math.Min(Longest / Columns / columns, Longest / Math.Min(Rows, 4) / rows);
        var most = Math.Max(1, 160.0 / Math.Max(rows, columns));
        return Math.Clamp(Math.Floor(Math.Min(room, most) * 2) / 2, 0.5, 16);
    }

    private static string Fit(string text, double width)
    {
        var letters = Math.Max(1, (int)(width / 5.6));
        return text.Length <= letters ? text : letters < 2 ? "" : text[..(letters - 1)] + "…";
    }
}
