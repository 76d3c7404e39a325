namespace Qiansi.Text.Tests;

/// <summary>Texts as numbers.</summary>
public sealed class CharTokenizerTests
{
    [Theory]
    [InlineData("hello, world\n")]
    [InlineData("浅思 ünï 😀👍 a")]
    [InlineData("")]
    [InlineData("half a pair \ud83d and \ude00 the other")]
    public void What_is_encoded_is_decoded(string text)
    {
        var tokenizer = new CharTokenizer(text);
        Assert.Equal(text, tokenizer.Decode(tokenizer.Encode(text)));

    }

    [Fact]
    public void Characters_are_numbered_by_code_point()
    {
        var tokenizer = new CharTokenizer("b a\nab");
        Assert.Equal("\n ab", tokenizer.Characters);
        Assert.Equal([3L, 1, 2], tokenizer.Encode("b a"));
    }

    [Fact]
    public void A_corpus_is_cut_as_the_lecture_cuts_it()
    {
        var text = string.Concat(Enumerable.Range(0, 1003).Select(i => (char)('a' + i % 26)));
        var corpus = TextCorpus.Of(text);
        Assert.Equal((902, 101), (corpus.Train.Length, corpus.Validation.Length));
        Assert.Equal(text, corpus.Tokenizer.Decode(corpus.Train.Concat(corpus.Validation)));
    }

    [Fact]
    public void Errors_say_what_and_where()
    {
        var tokenizer = new CharTokenizer("abc");
        Assert.Contains("'x' (U+0078, character 1)", Assert.Throws<ArgumentException>(() => tokenizer.Encode("ax")).Message);
        Assert.Contains("numbered from 0 to 2", Assert.Throws<ArgumentException>(() => tokenizer.Decode([3])).Message);
        Assert.Contains("any text file", Assert.Throws<FileNotFoundException>(() => TextCorpus.Load("no-such-file.txt")).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => TextCorpus.Of("abc", 0));
    }
}
