namespace Qiansi.Drawing.Tests;

public sealed class TextWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("il", 6.72)]
    [InlineData("W", 11.88)]
    [InlineData("浅思", 24)]
    [InlineData("e\u0301", 7.44)]
    public void A_line_is_as_wide_as_its_characters(string text, double width) => Assert.Equal(width, TextWidth.Of(text, 12), 9);

    [Fact]
    public void Width_grows_with_the_font() => Assert.Equal(2 * TextWidth.Of("tree", 10), TextWidth.Of("tree", 20), 9);
}
