using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Lexing;

namespace Qiansi.Snl.Tests;

public sealed class LexerTests
{
    private static (LexedText Text, DiagnosticBag Diagnostics) Scan(string source)
    {
        var diagnostics = new DiagnosticBag();
        return (Lexer.Scan(new(source), diagnostics), diagnostics);
    }

    [Fact]
    public void All_classes_of_tokens_are_found()
    {
        var kinds = Enum.GetValues<TokenKind>().Where(k => k > TokenKind.Character).ToList();
        var (text, diagnostics) = Scan("name 12 'c' " + string.Join(' ', kinds.Select(k => k.Spelling())));
        Assert.Equal([TokenKind.Identifier, TokenKind.Integer, TokenKind.Character, .. kinds, TokenKind.EndOfFile],
            text.Tokens.Select(t => t.Kind));
        Assert.Empty(diagnostics.InOrder);
        Assert.Equal(21, TokenKinds.ReservedWords.Count);
    }

    [Theory]
    [InlineData("a:=b", "a|:=|b")]
    [InlineData("1..2", "1|..|2")]
    [InlineData("r.x", "r|.|x")]
    [InlineData("end.", "end|.")]
    [InlineData("a/b", "a|/|b")]
    [InlineData("a//b\nc", "a|c")]
    [InlineData("a/*b*/c", "a|c")]
    [InlineData("a/*b\n*c", "a")]
    [InlineData("x{y}z", "x|z")]
    [InlineData("'''", "'''")]
    [InlineData("' '", "' '")]
    [InlineData("endwh endwhile", "endwh|endwhile")]
    [InlineData("PROCEDURE Procedures", "PROCEDURE|Procedures")]
    public void Texts_are_cut_where_they_should(string source, string tokens) =>
        Assert.Equal(tokens, string.Join('|', Scan(source).Text.Tokens.SkipLast(1).Select(t => t.TextIn(new(source)))));

    [Fact]
    public void Reserved_words_are_found_in_any_case_and_only_whole()
    {
        foreach (var word in TokenKinds.ReservedWords)
        {
            Assert.True(Scan(word.ToUpperInvariant()).Text.Tokens[0].Kind.IsReserved(), word);
            Assert.Equal(TokenKind.Identifier, Scan(word + "x").Text.Tokens[0].Kind);
            Assert.Equal(TokenKind.Identifier, Scan(word[..^1] + "_").Text.Tokens[0].Kind);
        }
    }

    [Fact]
    public void Positions_count_lines_of_every_kind()
    {
        var source = new SourceText("a\nb\r\nc\rd");
        Assert.Equal(4, source.LineCount);
        Assert.Equal(["1:1", "2:1", "3:1", "4:1"],
            Scan(source.Text).Text.Tokens.SkipLast(1).Select(t => source.PositionOf(t.Start).ToString()));
        Assert.Equal("b", source.Line(2).ToString());
        Assert.Equal(new Position(4, 2), source.PositionOf(int.MaxValue));
    }

    [Fact]
    public void Every_character_is_in_a_token_a_comment_a_blank_or_an_error()
    {
        var random = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            var source = RandomText.Characters(random, 40);
            var (text, diagnostics) = Scan(source);
            var covered = new bool[source.Length];
            foreach (var span in text.Tokens.Select(t => t.Span).Concat(text.Comments).Concat(diagnostics.InOrder.Select(d => d.Span)))
                Array.Fill(covered, true, span.Start, span.Length);
            for (var c = 0; c < source.Length; c++)
                Assert.True(covered[c] || char.IsWhiteSpace(source[c]), $"'{source[c]}' at {c} of {source}");
        }
    }

    [Theory]
    [InlineData("2147483647", 2147483647, 0)]
    [InlineData("2147483648", 0, 1)]
    [InlineData("9999999999", 0, 1)]
    [InlineData("99999999999999999999999999", 0, 1)]
    [InlineData("000000000000002147483647", 2147483647, 0)]
    public void Integers_have_values_up_to_31_bits(string source, int value, int errors)
    {
        var (text, diagnostics) = Scan(source);
        Assert.Equal(value, text.Tokens[0].ValueIn(text.Source));
        Assert.Equal(errors, diagnostics.InOrder.Count);
    }

    [Fact]
    public void Encodings_are_told_apart()
    {
        var gbk = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        Assert.Equal("GBK", SourceText.FromBytes(gbk.GetBytes("{ 中文注释 }")).Encoding);
        Assert.Equal("{ 中文注释 }", SourceText.FromBytes(gbk.GetBytes("{ 中文注释 }")).Text);
        Assert.Equal("UTF-8", SourceText.FromBytes(System.Text.Encoding.UTF8.GetBytes("{ 中文注释 }")).Encoding);
        Assert.Equal("{ 中文注释 }", SourceText.FromBytes(System.Text.Encoding.UTF8.GetBytes("{ 中文注释 }")).Text);
        Assert.Equal("UTF-8", SourceText.FromBytes("program"u8).Encoding);
    }
}
