namespace Qiansi.Drawing.Tests;

/// <summary>Scales begin and end where they should, change evenly, and colours can be told from the paper.</summary>
public sealed class ColorTests
{
    [Fact]
    public void A_scale_goes_from_its_first_stop_to_its_last()
    {
        Assert.Equal("#440154", ColorScale.Viridis.At(0).ToString());
        Assert.Equal("#fde725", ColorScale.Viridis.At(1).ToString());
        Assert.Equal("#f7f7f7", ColorScale.Diverging.At(0, -2, 2).ToString());
        Assert.Equal("#808080", ColorScale.Gray.At(5, 5, 5).ToString());
        Assert.Equal(ColorScale.Gray.At(0), ColorScale.Gray.At(-7));
    }

    [Fact]
    public void Sequential_scales_only_get_lighter()
    {
        foreach (var scale in new[] { ColorScale.Viridis, ColorScale.Cividis, ColorScale.Magma, ColorScale.Gray })
        {
            var luminances = Enumerable.Range(0, 101).Select(i => scale.At(i / 100.0).Luminance).ToArray();
            Assert.All(luminances.Zip(luminances.Skip(1)), pair => Assert.True(pair.Second >= pair.First - 0.002, scale.Name));
        }
    }

    [Fact]
    public void Categories_stand_out_from_dark_paper_and_all_but_the_faint_ones_from_white()
    {
        Assert.All(Palette.Categories, c => Assert.True(c.Contrast(Rgb.Parse("#17181b")) >= 3, c.ToString()));
        Assert.All(Palette.Categories.Take(4), c => Assert.True(c.Contrast(Rgb.Parse("#ffffff")) >= 2.8, c.ToString()));
        Assert.Equal(21, Rgb.Parse("#000").Contrast(Rgb.Parse("#fff")), 6);
    }

    [Fact]
    public void A_colour_that_is_none_is_refused() =>
        Assert.Contains("#rrggbb", Assert.Throws<FormatException>(() => Rgb.Parse("red")).Message);
}
