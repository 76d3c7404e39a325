using System.Globalization;

namespace Qiansi.Charts;

/// <summary>
/// A colour as CSS and Plotly write it; any such text is one: <c>"#0072b2"</c>, <c>"tomato"</c>, <c>"rgba(0,0,0,.5)"</c>.
/// </summary>
public readonly record struct Color
{
    private readonly string _text;

    private Color(string text) => _text = text;

    /// <summary>Any CSS colour.</summary>
    public static Color fromString(string color) => new(color);

    /// <summary>A colour by its name.</summary>
    public static Color fromKeyword(string name) => new(name);

    /// <summary><c>#rrggbb</c>.</summary>
    public static Color fromHex(string hex) => new(hex.StartsWith('#') ? hex : "#" + hex);

    /// <summary>Parts of 0 to 255.</summary>
    public static Color fromRGB(int r, int g, int b) => new($"rgb({r}, {g}, {b})");

    /// <summary>Parts of 0 to 255, also the opacity.</summary>
    public static Color fromARGB(int a, int r, int g, int b) =>
        new(string.Create(CultureInfo.InvariantCulture, $"rgba({r}, {g}, {b}, {a / 255.0:0.###})"));

    /// <summary>Any CSS colour.</summary>
    public static implicit operator Color(string color) => new(color);

    /// <summary>The CSS text.</summary>
    public override string ToString() => _text ?? "";
}
