using FsCheck;
using FsCheck.Fluent;
using Qiansi.Publishing.Terminal;

namespace Qiansi.Publishing.Tests.Terminal;

public sealed class TerminalHtmlTests
{
    [Theory]
    [InlineData("plain <b> & text", "plain &lt;b&gt; &amp; text")]
    [InlineData("\e[31mred\e[0m x", "<span class=\"ansi-red-fg\">red</span> x")]
    [InlineData("\e[1;92;44mx\e[m", "<span class=\"ansi-bold ansi-bright-green-fg ansi-blue-bg\">x</span>")]
    [InlineData("\e[38;5;208mx\e[39my", "<span style=\"color:#ff8700\">x</span>y")]
    [InlineData("\e[38;5;9mx", "<span class=\"ansi-bright-red-fg\">x</span>")]
    [InlineData("\e[48;5;240mx", "<span style=\"background:#585858\">x</span>")]
    [InlineData("\e[38;2;1;2;255;48;2;0;0;0mx", "<span style=\"color:#0102ff;background:#000000\">x</span>")]
    [InlineData("\e[7mx\e[27my", "<span class=\"ansi-inverse-fg ansi-inverse-bg\">x</span>y")]
    [InlineData("\e[3;4;9mx\e[23;24;29my", "<span class=\"ansi-italic ansi-underline ansi-struck\">x</span>y")]
    [InlineData("\e]8;;https://example.org/\e\\here\e]8;;\e\\ x", "<a href=\"https://example.org/\">here</a> x")]
    [InlineData("\e]8;;javascript:alert(1)\ahere\e]8;;\a", "here")]
    [InlineData("\e]0;title\ax", "x")]
    [InlineData("\e[?25lx\e[?25h", "x")]
    [InlineData("a\e[38;5mb", "ab")]
    [InlineData("unfinished \e[3", "unfinished ")]
    public void Colours_become_spans(string text, string expected) => Assert.Equal(expected, Assert.Single(TerminalHtml.Lines(text)));

    [Theory]
    [InlineData("10%\r100%", "100%")]
    [InlineData("abcdef\rxy", "xycdef")]
    [InlineData("abcdef\r\e[Kxy", "xy")]
    [InlineData("abc\b\bX", "aXc")]
    [InlineData("a\r\nb\r\n", "a\nb")]
    [InlineData("one\ntwo\e[1A\rONE", "ONE\ntwo")]
    [InlineData("one\ntwo\e[2J\e[Hnew", "new")]
    [InlineData("abc\e[10Gx", "abc      x")]
    [InlineData("a\n\nb\n", "a\n\nb")]
    [InlineData("a\e[500Bb", "ab")]
    [InlineData("", "")]
    public void What_was_written_over_is_gone(string text, string expected) =>
        Assert.Equal(expected, TerminalHtml.PlainText(text).TrimEnd('\n'));

    [Fact]
    public void Any_text_is_shown_without_harm()
    {
        var pieces = Gen.Elements("\e[", "\e]8;;", "\e", "m", "A", "K", "J", "H", "31", "38;5;", "999999999999", ";", "\r", "\n",
            "\b", "\a", "x", "<", "é", "𝒜", "1", "C");
        Prop.ForAll(pieces.ArrayOf().ToArbitrary(), parts =>
        {
            var html = string.Join('\n', TerminalHtml.Lines(string.Concat(parts)));
            return html.Length < 100_000 && !html.Contains('\e') && html.Count(c => c == '<') == html.Count(c => c == '>');
        }).QuickCheckThrowOnFailure();
    }
}
