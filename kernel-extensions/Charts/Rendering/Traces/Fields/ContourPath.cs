using System.Text;

namespace Qiansi.Charts.Rendering.Traces.Fields;

/// <summary>Path data of contours, without the points that no eye would miss.</summary>
internal static class ContourPath
{
    /// <summary>How far, in pixels, a line may leave the points it passes over.</summary>
    private const double Tolerance = 0.3;

    /// <summary>The whole loop.</summary>
    public static string Closed(List<(double X, double Y, bool IsBorder)> loop)
    {
        var path = new StringBuilder();
        Append(path, Simplified([.. loop.Select(p => (p.X, p.Y))]));
        return path.Append('z').ToString();
    }

    /// <summary>The parts of a loop that do not run along the border.</summary>
    public static string WithoutBorder(List<(double X, double Y, bool IsBorder)> loop)
    {
        var path = new StringBuilder();
        // Begin after a piece of border, so that no run is cut in two.
        var start = Enumerable.Range(0, loop.Count)
            .FirstOrDefault(i => loop[i].IsBorder && loop[(i + loop.Count - 1) % loop.Count].IsBorder, -1);
        if (start < 0) return Closed(loop);
        var run = new List<(double X, double Y)>();
        for (var k = 0; k <= loop.Count; k++)
        {
            var (point, before) = (loop[(start + k) % loop.Count], loop[(start + k + loop.Count - 1) % loop.Count]);
            if (k > 0 && point.IsBorder && before.IsBorder || k == loop.Count)
            {
                if (run.Count > 1) Append(path, Simplified(run));
                run.Clear();
            }

            run.Add((point.X, point.Y));
        }

        return path.ToString();
    }

    /// <summary>
    /// Few points that stay within the tolerance of all (Douglas and Peucker, Algorithms for the reduction of the number of points, 1973).
    /// </summary>
    private static List<(double X, double Y)> Simplified(List<(double X, double Y)> points)
    {
        if (points.Count < 4) return points;
        var keeps = new bool[points.Count];
        (keeps[0], keeps[^1]) = (true, true);
        var open = new Stack<(int From, int To)>([(0, points.Count - 1)]);
        while (open.TryPop(out var span))
        {
            var (farthest, distance) = (-1, Tolerance);
            for (var i = span.From + 1; i < span.To; i++)
            {
                if (Distance(points[i], points[span.From], points[span.To]) is var d && d > distance) (farthest, distance) = (i, d);
            }

            if (farthest < 0) continue;
            keeps[farthest] = true;
            open.Push((span.From, farthest));
            open.Push((farthest, span.To));
        }

        return [.. points.Where((_, i) => keeps[i])];
    }

    private static double Distance((double X, double Y) point, (double X, double Y) from, (double X, double Y) to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt(dx * dx + dy * dy);
        return length < 1e-9
            ? Math.Sqrt((point.X - from.X) * (point.X - from.X) + (point.Y - from.Y) * (point.Y - from.Y))
            : Math.Abs(dy * (point.X - from.X) - dx * (point.Y - from.Y)) / length;
    }

    /// <summary>Steps from point to point take fewer characters than places.</summary>
    private static void Append(StringBuilder path, List<(double X, double Y)> points)
    {
        double x = 0, y = 0;
        for (var i = 0; i < points.Count; i++)
        {
            var (nextX, nextY) = (Math.Round(points[i].X, 1), Math.Round(points[i].Y, 1));
            path.Append(i == 0 ? 'M' : i == 1 ? 'l' : ' ').Append(SvgWriter.Number(i == 0 ? nextX : nextX - x)).Append(',')
                .Append(SvgWriter.Number(i == 0 ? nextY : nextY - y));
            (x, y) = (nextX, nextY);
        }
    }
}
