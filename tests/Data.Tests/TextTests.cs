using Qiansi.Data.Text;

namespace Qiansi.Data.Tests;

/// <summary>Texts as numbers.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("hello, world\n")]
    [InlineData("浅思 ünï 😀👍 a")]
    [InlineData("")]
    public void What_is_encoded_is_decoded(string text)
    {
        var vocabulary = new CharVocabulary(text);
        Assert.Equal(text, vocabulary.Decode(vocabulary.Encode(text)));
        Assert.Equal(text.EnumerateRunes().Distinct().Count(), vocabulary.Count);
    }

    [Fact]
    public void Characters_are_numbered_by_code_point()
    {
        var vocabulary = new CharVocabulary("b a\nab");
        Assert.Equal("\n ab", vocabulary.Characters);
        Assert.Equal([3L, 1, 2], vocabulary.Encode("b a"));
    }

    [Fact]
    public void A_corpus_is_cut_as_the_lecture_cuts_it()
    {
        var text = string.Concat(Enumerable.Range(0, 1003).Select(i => (char)('a' + i % 26)));
        var corpus = TextCorpus.Of(text);
        Assert.Equal((902, 101), (corpus.Train.Length, corpus.Validation.Length));
        Assert.Equal(text, corpus.Vocabulary.Decode(corpus.Train.Concat(corpus.Validation)));
    }

    [Fact]
    public void Errors_say_what_and_where()
    {
        var vocabulary = new CharVocabulary("abc");
        Assert.Contains("'x' (U+0078, character 1)", Assert.Throws<ArgumentException>(() => vocabulary.Encode("ax")).Message);
        Assert.Contains("numbered from 0 to 2", Assert.Throws<ArgumentException>(() => vocabulary.Decode([3])).Message);
        Assert.Contains("any text file", Assert.Throws<FileNotFoundException>(() => TextCorpus.Load("no-such-file.txt")).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => TextCorpus.Of("abc", 0));
    }
}
