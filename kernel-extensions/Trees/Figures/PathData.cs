using System.Text;
using Qiansi.Drawing;

namespace Qiansi.Trees.Figures;

/// <summary>Writes path data from places across and along the layers.</summary>
/// <param name="isRightwards">Whether layers stand side by side, so that across is down.</param>
internal sealed class PathData(bool isRightwards)
{
    private readonly StringBuilder _data = new();
    private (double Across, double Along) _at;

    /// <summary>Half the height of an arrow head.</summary>
    private const double ArrowWidth = 3.6;

    /// <summary>Length of an arrow head.</summary>
    public const double ArrowLength = 7.5;

    /// <inheritdoc />
    public override string ToString() => _data.ToString();

    /// <summary>Begins at a place.</summary>
    public PathData Move(double across, double along)
    {
        _data.Append('M').Append(Place(across, along));
        _at = (across, along);
        return this;
    }

    /// <summary>A straight line.</summary>
    public PathData Line(double across, double along)
    {
        if (_at == (across, along)) return this;
        _data.Append('L').Append(Place(across, along));
        _at = (across, along);
        return this;
    }

    /// <summary>A smooth line that begins and ends along the layers.</summary>
    public PathData Bend(double across, double along)
    {
        if (Math.Abs(_at.Across - across) < 0.05) return Line(across, along);
        var middle = (_at.Along + along) / 2;
        return Curve((_at.Across, middle), (across, middle), (across, along));
    }

    /// <summary>A cubic curve with these control points.</summary>
    public PathData Curve((double Across, double Along) first, (double Across, double Along) second, (double Across, double Along) to)
    {
        _data.Append('C').Append(Place(first.Across, first.Along)).Append(' ').Append(Place(second.Across, second.Along)).Append(' ')
            .Append(Place(to.Across, to.Along));
        _at = to;
        return this;
    }

    /// <summary>An arrow head whose point is at a place.</summary>
    /// <param name="tip">The point.</param>
    /// <param name="from">Any place the line comes from.</param>
    public string Arrow((double Across, double Along) tip, (double Across, double Along) from)
    {
        var (x, y) = (tip.Across - from.Across, tip.Along - from.Along);
        var length = Math.Max(1e-9, Math.Sqrt(x * x + y * y));
        (x, y) = (x / length, y / length);
        var (backX, backY) = (tip.Across - x * ArrowLength, tip.Along - y * ArrowLength);
        return $"M{Place(tip.Across, tip.Along)}L{Place(backX - y * ArrowWidth, backY + x * ArrowWidth)}"
            + $"L{Place(backX + y * ArrowWidth, backY - x * ArrowWidth)}Z";
    }

    private string Place(double across, double along) =>
        isRightwards ? $"{Number(along)} {Number(across)}" : $"{Number(across)} {Number(along)}";

    // One decimal is a tenth of a pixel, and a quarter less text.
    private static string Number(double value) => SvgWriter.Number(Math.Round(value, 1));
}
