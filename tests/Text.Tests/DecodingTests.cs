using static Qiansi.torch;

namespace Qiansi.Text.Tests;

/// <summary>Decoding of distributions made by hand.</summary>
[Collection(GptTests.RandomNumbers)]
public sealed class DecodingTests
{
    // Probabilities 0.1, 0.4, 0.2, 0.3.
    private static Tensor Logits => tensor(new[] { 0.1, 0.4, 0.2, 0.3 }).log();

    public static TheoryData<Sampling, double[]> Cases => new()
    {
        { new Sampling(), [0.1, 0.4, 0.2, 0.3] },
        { Sampling.Greedy, [0, 1, 0, 0] },
        { new Sampling(0.5), [0.01 / 0.3, 0.16 / 0.3, 0.04 / 0.3, 0.09 / 0.3] },
        { new Sampling(TopK: 1), [0, 1, 0, 0] },
        { new Sampling(TopK: 2), [0, 4 / 7.0, 0, 3 / 7.0] },
        { new Sampling(TopK: 9), [0.1, 0.4, 0.2, 0.3] },
        { new Sampling(TopP: 0.01), [0, 1, 0, 0] },
        { new Sampling(TopP: 0.4), [0, 1, 0, 0] },
        { new Sampling(TopP: 0.41), [0, 4 / 7.0, 0, 3 / 7.0] },
        { new Sampling(TopP: 0.7), [0, 4 / 7.0, 0, 3 / 7.0] },
        { new Sampling(TopP: 0.9), [0, 4 / 9.0, 2 / 9.0, 3 / 9.0] },
        { new Sampling(TopP: 0.91), [0.1, 0.4, 0.2, 0.3] },
        { new Sampling(TopK: 3, TopP: 0.75), [0, 4 / 7.0, 0, 3 / 7.0] },
        { new Sampling(1e-6), [0, 1, 0, 0] },
        { new Sampling(1e6), [0.25, 0.25, 0.25, 0.25] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Probabilities_are_cut_and_sharpened(Sampling sampling, double[] expected)
    {
        var actual = sampling.Probabilities(Logits).ToArray<double>();
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 5);
        Assert.Equal(1, actual.Sum(), 12);
    }

    [Fact]
    public void Of_equals_the_first_is_kept()
    {
        var equal = zeros([5]);
        Assert.Equal([1, 0, 0, 0, 0], Sampling.Greedy.Probabilities(equal).ToArray<double>());
        Assert.Equal([0.5, 0.5, 0, 0, 0], new Sampling(TopK: 2).Probabilities(equal).ToArray<double>());
        Assert.Equal([0.5, 0.5, 0, 0, 0], new Sampling(TopP: 0.4).Probabilities(equal).ToArray<double>());
    }

    [Fact]
    public void Large_and_forbidden_scores_are_no_trouble()
    {
        var logits = tensor(new[] { 1000.0, double.NegativeInfinity, 999 });
        var p = 1 / (1 + Math.Exp(-1));
        Assert.Equal(p, new Sampling().Probabilities(logits).ToArray<double>()[0], 12);
        Assert.Equal(0, new Sampling(1e6).Probabilities(logits).ToArray<double>()[1]);
    }

    [Fact]
    public void Draws_follow_the_probabilities_and_the_seed()
    {
        manual_seed(1);
        var sampling = new Sampling(TopK: 3);
        var draws = Enumerable.Range(0, 3000).Select(_ => sampling.Next(Logits)).ToList();
        manual_seed(1);
        Assert.Equal(draws[..20], Enumerable.Range(0, 20).Select(_ => sampling.Next(Logits)));
        Assert.DoesNotContain(0, draws);
        Assert.InRange(draws.Count(d => d == 1) / 3000.0, 4 / 9.0 - 0.04, 4 / 9.0 + 0.04);
    }

    [Fact]
    public void Errors_say_what_is_wrong()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sampling(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sampling(TopK: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sampling(TopP: 0));
        Assert.Contains("(2, 3)", Assert.Throws<ArgumentException>(() => new Sampling().Probabilities(zeros([2, 3]))).Message);
        Assert.Contains("diverged", Assert.Throws<ArgumentException>(() => new Sampling().Next(tensor(new[] { double.NaN, 1 }))).Message);
    }

    // After 0 comes 1 (0.6) or 2 (0.4); after 1 all three are alike, after 2 comes 2 for sure: the greedy path is not the best one.
    private static Tensor Trap(IReadOnlyList<long> tokens) => tensor((tokens[^1] switch
    {
        0 => new[] { 0, 0.6, 0.4 },
        1 => [1 / 3.0, 1 / 3.0, 1 / 3.0],
        _ => [0, 0, 1.0],
    })).log();

    [Fact]
    public void A_beam_finds_what_greed_misses()
    {
        var greedy = Assert.Single(BeamSearch.Search(Trap, [0], 2, width: 1));
        Assert.Equal([1, 0], greedy.Tokens);
        Assert.Equal(Math.Log(0.2), greedy.LogProbability, 12);
        var beams = BeamSearch.Search(Trap, [0], 2, width: 2);
        Assert.Equal([2, 2], beams[0].Tokens);
        Assert.Equal(Math.Log(0.4), beams[0].LogProbability, 12);
        Assert.Equal([1, 0], beams[1].Tokens);
    }

    [Fact]
    public void A_beam_that_has_ended_stays_as_it_is()
    {
        var beams = BeamSearch.Search(Trap, [0], 5, width: 2, end: 2);
        Assert.Equal([2], beams[0].Tokens);
        Assert.All(beams, b => Assert.True(b.LogProbability <= Math.Log(0.4) + 1e-12));
    }

    [Fact]
    public void A_wide_beam_is_the_search_of_all()
    {
        manual_seed(3);
        var table = randn([4, 4], dtype: float64);
        Tensor Next(IReadOnlyList<long> tokens) => table[(int)tokens[^1]];
        var p = table.log_softmax(1);
        var all = from a in Enumerable.Range(0, 4)
                  from b in Enumerable.Range(0, 4)
                  from c in Enumerable.Range(0, 4)
                  select p[0, a].item<double>() + p[a, b].item<double>() + p[b, c].item<double>();
        Assert.Equal(all.Max(), BeamSearch.Search(Next, [0], 3, width: 64)[0].LogProbability, 12);
    }
}
