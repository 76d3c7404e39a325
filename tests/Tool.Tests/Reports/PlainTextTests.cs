using Qiansi.Tool.Reports;

namespace Qiansi.Tool.Tests.Reports;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("plain text\n\tas it is", "plain text\n\tas it is")]
    [InlineData("\u001b[31mred\u001b[0m", "red")]
    [InlineData("\u001b[38;5;196mred\u001b[m done", "red done")]
    [InlineData("\u001b]8;;https://example.org\u001b\\link\u001b]8;;\u0007", "link")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("bell\u0007 null\0 csi\u009b", "bell null csi")]
    [InlineData("cut \u001b[3", "cut ")]
    [InlineData("cut \u001b", "cut ")]
    [InlineData("\u001bM up", " up")]
    public void EscapesAndControlCharactersAreLeftOut(string text, string expected) => Assert.Equal(expected, PlainText.Of(text));
}
