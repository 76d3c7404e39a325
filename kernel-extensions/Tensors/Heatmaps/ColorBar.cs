using Qiansi.Drawing.Png;

namespace Qiansi.Tensors.Heatmaps;

/// <summary>The strip that says which colour is which number.</summary>
internal static class ColorBar
{
    /// <summary>Room it takes with its numbers.</summary>
    public const double Width = 68;

    private const int Strip = 10;

    /// <summary>Draws the strip.</summary>
    public static void Draw(SvgWriter svg, double x, double y, double height, HeatScale scale, bool hasNotFinite)
    {
        height = Math.Max(height, 40);
        const int Levels = 32;
        var picture = new IndexedPicture(1, Levels, scale.Table);
        for (var i = 0; i < Levels; i++) picture[i, 0] = scale.Index(scale.Max - ((scale.Max - scale.Min) * i / (Levels - 1)));
        svg.Image(x, y, Strip, height, picture.DataUri(), smooth: true);
        svg.Rect(x, y, Strip, height, SvgStyle.Outline(0.5, 0.5));
        if (scale.Max > scale.Min)
        {
            svg.Text(x + Strip + 5, y + 8, NumberText.Short(scale.Max, 3), size: 10);
            if (scale.Min < 0 && scale.Max > 0) svg.Text(x + Strip + 5, y + (height / 2) + 3.5, "0", size: 10);
            svg.Text(x + Strip + 5, y + height - 1, NumberText.Short(scale.Min, 3), size: 10);
        }
        else
        {
            svg.Text(x + Strip + 5, y + (height / 2) + 3.5, NumberText.Short(scale.Min, 3), size: 10);
        }

        if (!hasNotFinite) return;
        svg.Rect(x, y + height + 6, Strip, Strip, SvgStyle.Filled(HeatScale.NotFinite));
        svg.Text(x + Strip + 5, y + height + 15, "NaN, Inf", size: 10);
    }
}
