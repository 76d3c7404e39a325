using System.Globalization;
using System.Text.RegularExpressions;

namespace Qiansi.Charts.Tests.Rendering;

/// <summary>Reads out of a drawing where its many dots lie, and the frame that clips them.</summary>
internal sealed partial class PlacesOfDots
{
    public PlacesOfDots(string svg)
    {
        var box = Box().Match(svg);
        (Left, Bottom) = (Read(box.Groups[1].Value), Read(box.Groups[2].Value) + Read(box.Groups[4].Value));
        (Width, Height) = (Read(box.Groups[3].Value), Read(box.Groups[4].Value));
        Dots = [.. Dot().Matches(svg).Select(d => (Read(d.Groups[1].Value), Read(d.Groups[2].Value)))];
    }

    public double Left { get; }

    public double Bottom { get; }

    public double Width { get; }

    public double Height { get; }

    public (double X, double Y)[] Dots { get; }

    private static double Read(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("<svg x=\"([0-9.]+)\" y=\"([0-9.]+)\" width=\"([0-9.]+)\" height=\"([0-9.]+)\"")]
    private static partial Regex Box();

    [GeneratedRegex(@"M(-?[0-9.]+),(-?[0-9.]+)h0")]
    private static partial Regex Dot();
}
