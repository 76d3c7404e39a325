using Qiansi.Charts.Rendering.Traces.Fields;

namespace Qiansi.Charts.Rendering.Traces.Space;

/// <summary>A surface as small shaded pieces.</summary>
internal sealed class SurfaceShape
{
    /// <summary>Most places along a side: more pieces would not fit into a rendering.</summary>
    public const int MostPlaces = 27;

    private readonly SpaceAxis _xAxis, _yAxis, _zAxis;
    private readonly double[] _x, _y;
    private readonly double[][] _z;

    public SurfaceShape(Trace trace, SpaceAxis x, SpaceAxis y, SpaceAxis z)
    {
        (Trace, _xAxis, _yAxis, _zAxis) = (trace, x, y, z);
        _z = trace.Rows("z") ?? [];
        var width = _z.Length == 0 ? 0 : _z.Min(r => r.Length);
        _x = trace["x"] is double[][] grid ? grid[0] : x.Coordinates(trace["x"], width);
        _y = trace["y"] is double[][] columns ? [.. columns.Select(r => r[0])] : y.Coordinates(trace["y"], _z.Length);
        x.Include(_x);
        y.Include(_y);
        z.Include(_z.SelectMany(r => r));
        Colors = NumberColors.Of(trace, (trace.Rows("surfacecolor") ?? _z).SelectMany(r => r), "c");
    }

    /// <summary>The series.</summary>
    public Trace Trace { get; }

    /// <summary>The colours of heights.</summary>
    public NumberColors Colors { get; }

    /// <summary>What is left out, in words.</summary>
    public string? LeftOut { get; private set; }

    /// <summary>The pieces, with light from the upper left.</summary>
    public IEnumerable<SpacePart> Parts(Projection view, int most)
    {
        if (_z.Length < 2 || _x.Length < 2) yield break;
        var (z, columns, rows) = FieldSample.Reduce(_z, _x, _y, Math.Max(4, most));
        if (z.Length < _z.Length || columns.Length < _x.Length)
            LeftOut = $"surface drawn from {z.Length} × {columns.Length} of {_z.Length} × {_x.Length} values";
        double[] x = [.. columns.Select(_xAxis.Place)], y = [.. rows.Select(_yAxis.Place)];
        for (var r = 0; r < y.Length - 1; r++)
        {
            for (var c = 0; c < x.Length - 1; c++)
            {
                var (a, b, d, e) = (z[r][c], z[r][c + 1], z[r + 1][c + 1], z[r + 1][c]);
                var mean = (a + b + d + e) / 4;
                if (!double.IsFinite(mean)) continue;
                var (pa, pb, pd, pe) = (_zAxis.Place(a), _zAxis.Place(b), _zAxis.Place(d), _zAxis.Place(e));
                var color = Shade(Colors.At(mean), (pb + pd - pa - pe) / 2 / (x[c + 1] - x[c]),
                    (pe + pd - pa - pb) / 2 / (y[r + 1] - y[r]));
                var (p0, p1, p2, p3) = (view.Place(x[c], y[r], pa), view.Place(x[c + 1], y[r], pb), view.Place(x[c + 1], y[r + 1], pd),
                    view.Place(x[c], y[r + 1], pe));
                var markup =
                    $"<path d=\"M{N(p0.X)},{N(p0.Y)}l{N(p1.X - p0.X)},{N(p1.Y - p0.Y)} {N(p2.X - p1.X)},{N(p2.Y - p1.Y)} "
                        + $"{N(p3.X - p2.X)},{N(p3.Y - p2.Y)}z\" fill=\"{color}\"/>";
                yield return new SpacePart(view.Depth((x[c] + x[c + 1]) / 2, (y[r] + y[r + 1]) / 2, (pa + pb + pd + pe) / 4), markup);
            }
        }
    }

    /// <summary>Lambert's law with much light from everywhere: colours still mean heights.</summary>
    private static Rgb Shade(Rgb color, double slopeX, double slopeY)
    {
        var length = Math.Sqrt(slopeX * slopeX + slopeY * slopeY + 1);
        var light = (-slopeX * 0.25 - slopeY * -0.45 + 0.86) / length;
        return light < 0.86 ? color.Towards(new Rgb(0, 0, 0), Math.Min(0.42, (0.86 - light) * 0.5)) : color.Towards(new Rgb(255, 255, 255),
            (light - 0.86) * 0.9);
    }

    private static string N(double value) => SvgWriter.Number(Math.Round(value, 1));
}
