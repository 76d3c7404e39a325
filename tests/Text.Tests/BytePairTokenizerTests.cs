using FsCheck;
using FsCheck.Fluent;

namespace Qiansi.Text.Tests;

/// <summary>Byte-pair encoding: round trips, GPT-2's numbers, files of merges.</summary>
public sealed class BytePairTokenizerTests
{
    private static readonly BytePairTokenizer Trained =
        BytePairTokenizer.Train(string.Concat(Enumerable.Repeat("the cat and the hat, 猫和帽子 😀 don't\n", 40)), 330);

    public static TheoryData<string> Texts =>
    [
        "", " ", "Hello, world!", "Call me Ishmael. Some years ago—never mind how long precisely—I thought I'd sail.",
        "it's we've they'll you're I'm he'd don't 'tis 's 'S IT'S", "a  b   c \n\n d\t\te  \n",
        "x=3.14159; y[42] += 0x1F", "1234567890 12 ½ ² Ⅷ",
        "静夜思\n床前明月光，疑是地上霜。", "😀👍🏽 👨‍👩‍👧 flags 🇨🇳🇩🇪", "naïve café Ünïcödé Ελληνικά русский العربية हिन्दी", "e\u0301 ﬁ ǅ ʰ",
        "no\u00a0break \u2003em\u2003quad \u3000wide\u0085next\u2028line",
        new string('a', 3000), new string(' ', 200) + "x", "!!!'s ...'ll --- ((()))",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void With_its_merges_tokens_have_the_numbers_of_GPT_2(string text) =>
        Assert.Equal(Gpt2.Reference.EncodeToIds(text).Select(i => (long)i), Gpt2.Ours.Encode(text));

    [Fact]
    public void Known_numbers_of_GPT_2()
    {
        Assert.Equal([15496L, 11, 995, 0], Gpt2.Ours.Encode("Hello, world!"));
        Assert.Equal(50_256, Gpt2.Ours.Count);
        Assert.Equal("␣world", Gpt2.Ours.NameOf(995));
    }

    [Fact]
    public void Any_text_without_lone_surrogates_has_the_numbers_of_GPT_2() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(), text =>
        {
            var clean = string.Concat((text ?? "").EnumerateRunes().Where(c => c.Value != 0xFFFD));
            return Gpt2.Reference.EncodeToIds(clean).Select(i => (long)i).SequenceEqual(Gpt2.Ours.Encode(clean));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_comes_back()
    {
        var pieces = Gen.Elements("a", "the", " ", "\n", "'", "s", "7", "猫", "é",
            "\u0301", "😀", "\ud83d", "\ude00", "\ud800", "\udfff", "\0", "\uffff", "ﬀ");
        var texts = Gen.ListOf(pieces).Select(string.Concat);
        Prop.ForAll(Arb.From(texts), RoundTrips).QuickCheckThrowOnFailure();
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => RoundTrips(text ?? "")).QuickCheckThrowOnFailure();
    }

    private static bool RoundTrips(string text) => Trained.Decode(Trained.Encode(text)) == text
        && Gpt2.Ours.Decode(Gpt2.Ours.Encode(text)) == text && new CharTokenizer(text) is var c && c.Decode(c.Encode(text)) == text;

    [Theory]
    [InlineData("a\U0001d4b3 b", "a\U0001d4b3| b")]
    [InlineData(" \U0001d7d7\U0001d7d87!", " \U0001d7d7\U0001d7d87|!")]
    [InlineData("😀b\ud83d", "😀|b|\ud83d")]
    [InlineData("it's  'S\n\n x", "it|'s| | '|S|\n\n| x")]
    public void Pieces_are_cut_by_characters_not_by_halves_of_pairs(string text, string pieces)
    {
        var cut = new List<string>();
        for (var rest = text; rest.Length > 0; rest = rest[cut[^1].Length..]) cut.Add(rest[..WordCutter.First(rest)]);
        Assert.Equal(pieces, string.Join('|', cut));
    }

    [Fact]
    public void Tokens_after_cuts_and_from_several_threads_are_the_same()
    {
        var text = string.Concat(Texts.Select(t => t.Data));
        var expected = Trained.Encode(text);
        var fresh = new BytePairTokenizer(Trained.Merges);
        Assert.All(Enumerable.Range(0, 8).AsParallel().Select(_ => fresh.Encode(text)).ToList(), t => Assert.Equal(expected, t));
    }

    [Fact]
    public void A_file_of_merges_comes_back()
    {
        var path = Path.GetTempFileName();
        try
        {
            Trained.Save(path);
            Assert.Equal(Trained.Merges, BytePairTokenizer.Load(path).Merges);
            Assert.Equal("#version: 0.2", File.ReadLines(path).First());
            Assert.DoesNotContain(File.ReadLines(path).Skip(1), l => l.Split(' ').Length != 2);
            File.AppendAllText(path, "xyz abc\n");
            var error = Assert.Throws<InvalidDataException>(() => BytePairTokenizer.Load(path));
            Assert.Contains($"line {Trained.Merges.Count + 2}: \"xyz abc\"", error.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Errors_say_what_and_where()
    {
        Assert.Contains("numbered from 0 to 255", Assert.Throws<ArgumentException>(() => new BytePairTokenizer([]).Decode([256])).Message);
        Assert.Contains("makes token 256", Assert.Throws<ArgumentException>(() => new BytePairTokenizer([new(0, 256, 256)])).Message);
        var bytes = Enumerable.Range(0, 256).Select(t => new BytePairTokenizer([]).BytesOf(t).ToArray());
        Assert.Contains("token 257, abc,",
            Assert.Throws<ArgumentException>(() => BytePairTokenizer.OfTokens([.. bytes, "xy"u8.ToArray(), "abc"u8.ToArray()])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => BytePairTokenizer.Train("abc", 100));
    }
}
