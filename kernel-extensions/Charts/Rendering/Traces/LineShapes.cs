using System.Text;

namespace Qiansi.Charts.Rendering.Traces;

/// <summary>Path data of lines through points: straight, smooth, in steps.</summary>
internal static class LineShapes
{
    /// <summary>Path data through points without gaps.</summary>
    /// <param name="points">Pixels, at least one.</param>
    /// <param name="shape">Plotly's name: linear, spline, hv, vh, hvh, vhv.</param>
    /// <param name="first">M to begin a path, L to go on with one.</param>
    /// <param name="smoothing">0 to 1.3, of a spline.</param>
    public static string Path(IReadOnlyList<(double X, double Y)> points, string? shape, char first = 'M', double smoothing = 1)
    {
        var path = new StringBuilder().Append(first);
        Append(path, points[0].X, points[0].Y);
        for (var i = 1; i < points.Count; i++)
        {
            var (a, b) = (points[i - 1], points[i]);
            switch (shape)
            {
                case "hv":
                    path.Append('H').Append(N(b.X)).Append('V').Append(N(b.Y));
                    break;
                case "vh":
                    path.Append('V').Append(N(b.Y)).Append('H').Append(N(b.X));
                    break;
                case "hvh":
                    path.Append('H').Append(N((a.X + b.X) / 2)).Append('V').Append(N(b.Y)).Append('H').Append(N(b.X));
                    break;
                case "vhv":
                    path.Append('V').Append(N((a.Y + b.Y) / 2)).Append('H').Append(N(b.X)).Append('V').Append(N(b.Y));
                    break;
                case "spline" when points.Count > 2:
                    Curve(path, points, i, smoothing);
                    break;
                default:
                    path.Append('L');
                    Append(path, b.X, b.Y);
                    break;
            }
        }

        return path.ToString();
    }

    /// <summary>
    /// A cubic that leaves and arrives along the line between its neighbours (Catmull and Rom, A class of local interpolating splines,
    /// 1974).
    /// </summary>
    private static void Curve(StringBuilder path, IReadOnlyList<(double X, double Y)> points, int i, double smoothing)
    {
        var (a, b) = (points[i - 1], points[i]);
        var (before, after) = (points[Math.Max(0, i - 2)], points[Math.Min(points.Count - 1, i + 1)]);
        var pull = Math.Clamp(smoothing, 0, 1.3) / 6;
        path.Append('C');
        Append(path, a.X + (b.X - before.X) * pull, a.Y + (b.Y - before.Y) * pull);
        path.Append(' ');
        Append(path, b.X - (after.X - a.X) * pull, b.Y - (after.Y - a.Y) * pull);
        path.Append(' ');
        Append(path, b.X, b.Y);
    }

    private static void Append(StringBuilder path, double x, double y) => path.Append(N(x)).Append(',').Append(N(y));

    private static string N(double value) => SvgWriter.Number(Math.Round(Math.Clamp(value, -20_000, 20_000), 1));
}
