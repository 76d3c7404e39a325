namespace Qiansi.Charts.Rendering.Layout;

/// <summary>What stands before a name in the legend.</summary>
internal enum LegendMark
{
    Swatch,
    Line,
    Marker,
    LineAndMarker,
}

/// <summary>One line of the legend.</summary>
internal sealed record LegendEntry(string Name, string Color, LegendMark Mark, string? Dash = null, string Symbol = "circle")
{
    /// <summary>Space of the mark before the name.</summary>
    public const double MarkWidth = 26;

    /// <summary>Font size.</summary>
    public const double Size = 12;

    /// <summary>Width of the whole entry.</summary>
    public double Width => MarkWidth + TextWidth.Of(Shown, Size) + 16;

    /// <summary>The name, cut when it is long.</summary>
    public string Shown => PlainWords.Short(Name, 40);
}
