using Qiansi.Drawing;
using Qiansi.Tensors.Heatmaps;

namespace Qiansi.Tensors.Tests.Showing;

/// <summary>WCAG 2.2: text wants a contrast of 4.5, shapes one of 3, on light paper and on dark.</summary>
public sealed class ContrastTests
{
    private static readonly Rgb[] Papers = [Rgb.Parse("#ffffff"), Rgb.Parse("#fdfcf8"), Rgb.Parse("#111111"), Rgb.Parse("#17181b")];

    [Fact]
    public void DigitsAreReadOnEveryColourOfAHeatmap()
    {
        foreach (var colors in new[] { ColorScale.Viridis, ColorScale.Diverging, ColorScale.Blues })
        {
            foreach (var color in new HeatScale(0, 1, colors).Table) Assert.InRange(color.Contrast(color.TextOnTop), 4.5, 21);
        }
    }

    [Fact]
    public void AnAlarmIsRead() => Assert.InRange(Palette.Bad.Contrast(Rgb.Parse("#ffffff")), 4.5, 21);

    [Fact]
    public void BarsAndMarksStandOutFromThePaper()
    {
        foreach (var paper in Papers)
        {
            Assert.InRange(Palette.Category(0).Contrast(paper), 3, 21);
            Assert.InRange(Palette.Category(1).Contrast(paper), 3, 21);
        }
    }

    [Fact]
    public void WhatIsNotFiniteIsNoColourOfAScale()
    {
        foreach (var color in new HeatScale(0, 1, ColorScale.Viridis).Table.Skip(2)
            .Concat(new HeatScale(-1, 1, ColorScale.Diverging).Table.Skip(2)))
        {
            var (r, g, b) = (color.R - HeatScale.NotFinite.R, color.G - HeatScale.NotFinite.G, color.B - HeatScale.NotFinite.B);
            Assert.InRange(Math.Sqrt((r * r) + (g * g) + (b * b)), 100, 500);
        }
    }
}
