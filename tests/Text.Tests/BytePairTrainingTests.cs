namespace Qiansi.Text.Tests;

/// <summary>The training of byte-pair encoding, merge by merge.</summary>
public sealed class BytePairTrainingTests
{
    [Fact]
    public void The_most_frequent_pair_is_merged_first()
    {
        // Sennrich, Haddow and Birch 2016, their example without the end of word: low 5, lower 2, newest 6, widest 3.
        var text = string.Join('\n', new[] { ("low", 5), ("lower", 2), ("newest", 6), ("widest", 3) }
            .SelectMany(w => Enumerable.Repeat(w.Item1, w.Item2)));
        var steps = new BytePairTraining(text).Steps(4).ToList();

        Assert.Equal(["256: e + s, 9 times", "257: es + t, 9 times", "258: l + o, 7 times", "259: lo + w, 7 times"],
            steps.Select(s => s.ToString()));
        Assert.Equal([text.Length - 9, text.Length - 18, text.Length - 25, text.Length - 32], steps.Select(s => (int)s.Length));
    }

    [Fact]
    public void Steps_are_what_counting_anew_gives()
    {
        var random = new Random(7);
        var text = string.Concat(Enumerable.Range(0, 4000).Select(_ => "aabbc de\n"[random.Next(9)]));
        var training = new BytePairTraining(text);
        var tokenizer = training.ToTokenizer();
        for (var i = 0; i < 60 && training.Step() is { } step; i++)
        {
            var counts = Pieces(text).SelectMany(p => Pairs(tokenizer.Encode(p))).CountBy(p => p)
                .OrderByDescending(p => p.Value).ThenBy(p => p.Key.Item1).ThenBy(p => p.Key.Item2).First();
            Assert.Equal((tokenizer.NameOf(counts.Key.Item1), tokenizer.NameOf(counts.Key.Item2)), (step.Left, step.Right));
            tokenizer = training.ToTokenizer();
            Assert.Equal(tokenizer.Encode(text).Length, step.Length);
        }

        Assert.Equal(256 + 60, tokenizer.Count);
    }

    [Fact]
    public void Training_ends_when_no_pair_is_there_twice() =>
        Assert.Equal(["a + b", "ab + ab"], new BytePairTraining("abababab").Steps(100).Select(s => $"{s.Left} + {s.Right}"));

    private static IEnumerable<(long, long)> Pairs(long[] tokens) => tokens.Zip(tokens.Skip(1));

    private static IEnumerable<string> Pieces(string text)
    {
        while (text.Length > 0)
        {
            var length = WordCutter.First(text);
            yield return text[..length];
            text = text[length..];
        }
    }
}
