using Qiansi.Drawing.Png;

namespace Qiansi.Charts.Rendering.Traces.Fields;

/// <summary>Many cells as one picture within the drawing.</summary>
internal static class CellPicture
{
    private const int MostPixels = 160;

    /// <summary>Draws the cells of a heatmap.</summary>
    /// <returns>What was left out, in words; null when each cell is a pixel.</returns>
    public static string? Draw(SvgWriter svg, FieldDrawing field, double[] columns, double[] lines, double scale)
    {
        var most = (int)(MostPixels * Math.Sqrt(Math.Min(1, scale)));
        var (x, y) = (field.X!, field.Y!);
        var (width, height) = (Size(columns, x, most), Size(lines, y, most));
        var (xs, ys) = (Cells(columns, x, width), Cells(lines, y, height));
        var picture = new Picture(width, height, 4);
        for (var r = 0; r < height; r++)
        {
            for (var c = 0; c < width; c++)
            {
                var z = Mean(field.Z, ys[r], xs[c]);
                if (!double.IsFinite(z)) continue;
                var color = field.Colors.At(z);
                (picture[r, c, 0], picture[r, c, 1], picture[r, c, 2], picture[r, c, 3]) = (color.R, color.G, color.B, 255);
            }
        }

        var (left, right) = (Math.Min(x.Pixel(columns[0]), x.Pixel(columns[^1])), Math.Max(x.Pixel(columns[0]), x.Pixel(columns[^1])));
        var (top, bottom) = (Math.Min(y.Pixel(lines[0]), y.Pixel(lines[^1])), Math.Max(y.Pixel(lines[0]), y.Pixel(lines[^1])));
        svg.Image(left, top, right - left, bottom - top, PngFile.DataUri(picture), smooth: field.Trace.Text("zsmooth") is not null,
            title: field.Name.Length > 0 ? field.Name : null);
        return width < columns.Length - 1 || height < lines.Length - 1
            ? $"{field.Z.Length} × {field.Z[0].Length} cells drawn as {height} × {width}, each the mean of those it stands for"
            : null;
    }

    /// <summary>Pixels along an axis: one a cell where cells are equally wide, at most so many.</summary>
    private static int Size(double[] edges, PlotAxis axis, int most)
    {
        var steps = edges.Zip(edges.Skip(1), (a, b) => Math.Abs(axis.Pixel(b) - axis.Pixel(a))).ToArray();
        return steps.Length <= most && steps.Max() - steps.Min() < 0.01 * steps.Max() ? steps.Length : most;
    }

    /// <summary>For each pixel the first and the last cell it covers.</summary>
    private static (int First, int Last)[] Cells(double[] edges, PlotAxis axis, int count)
    {
        var pixels = edges.Select(axis.Pixel).ToArray();
        var isFalling = pixels[^1] < pixels[0];
        var (low, high) = (Math.Min(pixels[0], pixels[^1]), Math.Max(pixels[0], pixels[^1]));
        if (isFalling) Array.Reverse(pixels);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var (from, to) = (low + (high - low) * (i + 0.001) / count, low + (high - low) * (i + 0.999) / count);
            int first = Find(pixels, from), last = Math.Max(first, Find(pixels, to));
            return isFalling ? (edges.Length - 2 - last, edges.Length - 2 - first) : (first, last);
        })];
    }

    private static int Find(double[] pixels, double at)
    {
        var found = Array.BinarySearch(pixels, at);
        return Math.Clamp(found >= 0 ? found : ~found - 1, 0, pixels.Length - 2);
    }

    private static double Mean(double[][] z, (int First, int Last) rows, (int First, int Last) columns)
    {
        var (sum, count) = (0.0, 0);
        for (var r = rows.First; r <= rows.Last; r++)
        {
            for (var c = columns.First; c <= columns.Last; c++)
            {
                if (!double.IsFinite(z[r][c])) continue;
                sum += z[r][c];
                count++;
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }
}
