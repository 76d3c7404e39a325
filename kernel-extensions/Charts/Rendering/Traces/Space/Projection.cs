namespace Qiansi.Charts.Rendering.Traces.Space;

/// <summary>Looks at a box of space from an eye and says where on the paper each of its points is seen.</summary>
/// <remarks>Parallel lines stay parallel: heights can be compared over the whole surface.</remarks>
internal sealed class Projection
{
    private readonly double _sinA, _cosA, _sinE, _cosE, _scale, _centerX, _centerY;

    /// <param name="scene">Plotly's scene with its <c>camera.eye</c>; null for the usual view.</param>
    /// <param name="area">Where the box is drawn.</param>
    public Projection(PlotlyObject? scene, Box area)
    {
        var eye = scene.Object("camera").Object("eye");
        var (x, y, z) = (eye.Number("x") ?? 1.25, eye.Number("y") ?? 1.25, eye.Number("z") ?? 1.1);
        Eye = (x, y, z);
        var azimuth = Math.Atan2(y, x);
        var elevation = Math.Atan2(z, Math.Sqrt(x * x + y * y));
        (_sinA, _cosA) = Math.SinCos(azimuth);
        (_sinE, _cosE) = Math.SinCos(elevation);
        var corners = new[] { -1.0, 1 }.SelectMany(
            cx => new[] { -1.0, 1 }.SelectMany(cy => new[] { -1.0, 1 }.Select(cz => Flat(cx, cy, cz)))).ToArray();
        var (left, right, low, high) = (corners.Min(c => c.X), corners.Max(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.Y));
        _scale = Math.Min((area.Width - 90) / (right - left), (area.Height - 56) / (high - low));
        (_centerX, _centerY) = (area.CenterX - (left + right) / 2 * _scale, area.CenterY - 6 + (low + high) / 2 * _scale);
    }

    /// <summary>The eye, from the middle of the box.</summary>
    public (double X, double Y, double Z) Eye { get; }

    /// <summary>The place on the paper of a point of the box, whose sides go from -1 to 1.</summary>
    public (double X, double Y) Place(double x, double y, double z)
    {
        var flat = Flat(x, y, z);
        return (_centerX + flat.X * _scale, _centerY - flat.Y * _scale);
    }

    /// <summary>How near a point is: more is nearer.</summary>
    public double Depth(double x, double y, double z) => (x * _cosA + y * _sinA) * _cosE + Height(z) * _sinE;

    private (double X, double Y) Flat(double x, double y, double z) =>
        (-x * _sinA + y * _cosA, Height(z) * _cosE - (x * _cosA + y * _sinA) * _sinE);

    /// <summary>The box is less high than wide, as landscapes are.</summary>
    private static double Height(double z) => z * 0.68;
}
