namespace Qiansi.Drawing;

/// <summary>Maps numbers to colours.</summary>
/// <remarks>
/// Linear in sRGB between stops. Viridis, cividis and magma are even to the eye; cividis and the diverging scale serve colour-blind readers
/// best.
/// </remarks>
public sealed class ColorScale
{
    private readonly Rgb[] _stops;

    private ColorScale(string name, params string[] stops) => (Name, _stops) = (name, [.. stops.Select(Rgb.Parse)]);

    /// <summary>Dark violet to yellow.</summary>
    public static ColorScale Viridis { get; } = new(
        "viridis", "#440154", "#482878", "#3e4a89", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725");

    /// <summary>Dark blue to yellow, the same for readers with and without colour vision deficiency.</summary>
    public static ColorScale Cividis { get; } = new(
        "cividis", "#00224e", "#123570", "#3b496c", "#575d6d", "#707173", "#8a8678", "#a59c74", "#c3b369", "#e1cc55", "#fee838");

    /// <summary>Black over purple to pale yellow.</summary>
    public static ColorScale Magma { get; } = new(
        "magma", "#000004", "#180f3d", "#440f76", "#721f81", "#9e2f7f", "#cd4071", "#f1605d", "#fd9668", "#feca8d", "#fcfdbf");

    /// <summary>Black to white.</summary>
    public static ColorScale Gray { get; } = new("gray", "#000000", "#ffffff");

    /// <summary>White to dark blue, for counts and weights.</summary>
    public static ColorScale Blues { get; } = new(
        "blues", "#f7fbff", "#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#08519c", "#08306b");

    /// <summary>Blue for negative over white to red for positive numbers.</summary>
    public static ColorScale Diverging { get; } = new(
        "diverging", "#053061", "#2166ac", "#4393c3", "#92c5de", "#d1e5f0", "#f7f7f7", "#fddbc7", "#f4a582", "#d6604d",
        "#b2182b", "#67001f");

    /// <summary>What the scale is called.</summary>
    public string Name { get; }

    /// <summary>The stops, equally far apart.</summary>
    public IReadOnlyList<Rgb> Stops => _stops;

    /// <summary>The colour at a part of the scale.</summary>
    /// <param name="part">0 to 1; values outside are drawn in, NaN has the colour of 0 (mark it apart).</param>
    public Rgb At(double part)
    {
        if (double.IsNaN(part)) return _stops[0];
        var place = Math.Clamp(part, 0, 1) * (_stops.Length - 1);
        var stop = Math.Min((int)place, _stops.Length - 2);
        return _stops[stop].Towards(_stops[stop + 1], place - stop);
    }

    /// <summary>The colour of a value between the ends of a range.</summary>
    /// <returns>The middle of the scale when the range has no width.</returns>
    public Rgb At(double value, double min, double max) => At(max > min ? (value - min) / (max - min) : 0.5);
}
