using System.Globalization;
using System.Text;

namespace Qiansi.Drawing;

/// <summary>Writes a drawing as SVG 2, to stand in a page or alone.</summary>
/// <remarks>Units are CSS pixels, the origin is top left. Coordinates keep two decimals. Every text is escaped.</remarks>
public sealed class SvgWriter
{
    private readonly StringBuilder _body = new();
    private readonly string _label;
    private int _open;

    /// <param name="width">Width of the drawing.</param>
    /// <param name="height">Height of the drawing.</param>
    /// <param name="label">What the drawing shows, in words: read out to those who do not see it.</param>
    public SvgWriter(double width, double height, string label) => (Width, Height, _label) = (width, height, label);

    /// <summary>Width of the drawing.</summary>
    public double Width { get; }

    /// <summary>Height of the drawing.</summary>
    public double Height { get; }

    /// <summary>Characters written so far.</summary>
    public int Length => _body.Length;

    /// <summary>A coordinate as SVG wants it: two decimals, no trailing zeros, no culture.</summary>
    /// <exception cref="ArgumentException">It is NaN or infinite, which no drawing can show.</exception>
    public static string Number(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException($"a drawing has no place for {value}", nameof(value));
        var text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>A line.</summary>
    public SvgWriter Line(double x1, double y1, double x2, double y2, SvgStyle? style = null, string? title = null) =>
        Shape($"line x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\"", style, title);

    /// <summary>A rectangle, its corners rounded by a radius.</summary>
    public SvgWriter Rect(double x, double y, double width, double height, SvgStyle? style = null, double radius = 0,
        string? title = null) =>
        Shape($"rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" "
            + $"height=\"{Number(height)}\"{(radius > 0 ? $" rx=\"{Number(radius)}\"" : "")}", style, title);

    /// <summary>A circle.</summary>
    public SvgWriter Circle(double x, double y, double radius, SvgStyle? style = null, string? title = null) =>
        Shape($"circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(radius)}\"", style, title);

    /// <summary>An open line through points.</summary>
    public SvgWriter Polyline(IEnumerable<(double X, double Y)> points, SvgStyle? style = null, string? title = null) =>
        Shape($"polyline points=\"{Points(points)}\"", style, title);

    /// <summary>A closed area.</summary>
    public SvgWriter Polygon(IEnumerable<(double X, double Y)> points, SvgStyle? style = null, string? title = null) =>
        Shape($"polygon points=\"{Points(points)}\"", style, title);

    /// <summary>Path data as SVG has it.</summary>
    /// <param name="data">Made with <see cref="Number"/>.</param>
    /// <param name="style">How it is painted.</param>
    /// <param name="title">Shown when the pointer rests on it.</param>
    public SvgWriter Path(string data, SvgStyle? style = null, string? title = null) => Shape($"path d=\"{data}\"", style, title);

    /// <summary>A picture.</summary>
    /// <param name="x">Left.</param>
    /// <param name="y">Top.</param>
    /// <param name="width">Width it is drawn at.</param>
    /// <param name="height">Height it is drawn at.</param>
    /// <param name="uri">A <c>data:</c> URI.</param>
    /// <param name="smooth">False shows each pixel as a square.</param>
    /// <param name="title">Shown when the pointer rests on it.</param>
    public SvgWriter Image(double x, double y, double width, double height, string uri, bool smooth = false, string? title = null) =>
        Shape($"image x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\" "
            + $"preserveAspectRatio=\"none\"{(smooth ? "" : " style=\"image-rendering:pixelated\"")} href=\"{uri}\"", null, title);

    /// <summary>A line of text; ink when <paramref name="fill"/> is null.</summary>
    /// <param name="x">Where the anchor stands.</param>
    /// <param name="y">The base line.</param>
    /// <param name="text">Any text.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="size">Font size.</param>
    /// <param name="fill">Colour.</param>
    /// <param name="weight"><c>bold</c>, <c>600</c>, ….</param>
    /// <param name="opacity">0 to 1.</param>
    /// <param name="rotate">Degrees, clockwise, around the anchor.</param>
    /// <param name="mono">Whether digits should stand in columns.</param>
    /// <param name="title">Shown when the pointer rests on it.</param>
    public SvgWriter Text(double x, double y, string text, string anchor = "start", double size = 12, string? fill = null,
        string? weight = null, double? opacity = null, double rotate = 0, bool mono = false, string? title = null)
    {
        _body.Append($"<text x=\"{Number(x)}\" y=\"{Number(y)}\"");
        if (anchor != "start") _body.Append($" text-anchor=\"{anchor}\"");
        if (size != 12) _body.Append($" font-size=\"{Number(size)}\"");
        if (fill is not null) _body.Append($" fill=\"{fill}\"");
        if (weight is not null) _body.Append($" font-weight=\"{weight}\"");
        if (opacity is { } part) _body.Append($" opacity=\"{Number(part)}\"");
        if (rotate != 0) _body.Append($" transform=\"rotate({Number(rotate)} {Number(x)} {Number(y)})\"");
        if (mono) _body.Append($" style=\"font-family:{Theme.Mono}\"");
        _body.Append('>').Append(Title(title)).Append(MarkupText.Escape(text)).Append("</text>");
        return this;
    }

    /// <summary>Opens a group; <see cref="End"/> closes it.</summary>
    /// <param name="transform">For instance <c>translate(10 20)</c>.</param>
    /// <param name="style">What its members inherit.</param>
    /// <param name="title">Shown when the pointer rests on a member.</param>
    public SvgWriter Group(string? transform = null, SvgStyle? style = null, string? title = null)
    {
        _body.Append("<g").Append(transform is null ? "" : $" transform=\"{transform}\"").Append(Attributes(style)).Append('>')
            .Append(Title(title));
        _open++;
        return this;
    }

    /// <summary>Closes the group opened last.</summary>
    public SvgWriter End()
    {
        if (_open-- == 0) throw new InvalidOperationException("no group is open");
        _body.Append("</g>");
        return this;
    }

    /// <summary>Markup as it is: definitions, animations.</summary>
    public SvgWriter Raw(string markup)
    {
        _body.Append(markup);
        return this;
    }

    /// <summary>The drawing for a page of HTML: it takes the page's colours and font and shrinks with it.</summary>
    public string ToHtml() => Write($"color:{Theme.Ink};font-family:{Theme.Font};max-width:100%;height:auto", "");

    /// <summary>
    /// The drawing as a file of its own, on paper of its own: both follow the reader's light or dark setting, and ink is never on paper of
    /// its colour.
    /// </summary>
    /// <remarks>Its styles hold for <see cref="FileClass"/> alone, since some hosts put the file's markup into their page.</remarks>
    public string ToFile() => Write(
        "max-width:100%;height:auto",
        $"<style>.{FileClass}{{color:#1f2328;background:#fff;font-family:system-ui,sans-serif}}@media "
            + $"(prefers-color-scheme:dark){{.{FileClass}{{color:#dcd8cf;background:#1c1b19}}}}</style>",
        $" class=\"{FileClass}\"");

    /// <summary>The class of a drawing's root by which pages know a file of ours.</summary>
    public const string FileClass = "qn-drawing";

    private string Write(string style, string head, string attributes = "")
    {
        if (_open > 0) throw new InvalidOperationException($"{_open} groups are still open");
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\"{attributes} role=\"img\" aria-label=\"{MarkupText.Escape(_label)}\" "
            + $"width=\"{Number(Width)}\" height=\"{Number(Height)}\" "
            + $"viewBox=\"0 0 {Number(Width)} {Number(Height)}\" font-size=\"12\" fill=\"currentColor\" "
            + $"style=\"{style}\">{head}{_body}</svg>";
    }

    private SvgWriter Shape(string shape, SvgStyle? style, string? title)
    {
        _body.Append('<').Append(shape).Append(Attributes(style));
        if (title is null) _body.Append("/>");
        else _body.Append('>').Append(Title(title)).Append("</").Append(shape.AsSpan(0, shape.IndexOf(' '))).Append('>');
        return this;
    }

    private static string Points(IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(p => $"{Number(p.X)},{Number(p.Y)}"));

    private static string Title(string? title) => title is null ? "" : $"<title>{MarkupText.Escape(title)}</title>";

    private static string Attributes(SvgStyle? style)
    {
        if (style is null) return "";
        var text = new StringBuilder();
        if (style.Fill is { } fill) text.Append($" fill=\"{fill}\"");
        if (style.Stroke is { } stroke) text.Append($" stroke=\"{stroke}\"");
        if (style.Width is { } width) text.Append($" stroke-width=\"{Number(width)}\"");
        if (style.Opacity is { } opacity) text.Append($" opacity=\"{Number(opacity)}\"");
        if (style.Dash is { } dash) text.Append($" stroke-dasharray=\"{dash}\"");
        if (style.FillOpacity is { } filled) text.Append($" fill-opacity=\"{Number(filled)}\"");
        if (style.StrokeOpacity is { } drawn) text.Append($" stroke-opacity=\"{Number(drawn)}\"");
        return text.ToString();
    }
}
