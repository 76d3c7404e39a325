using FsCheck;
using FsCheck.Fluent;

namespace Qiansi.Text.Tests;

/// <summary>Counting as a language model.</summary>
public sealed class NGramModelTests
{
    private static readonly long[] Abracadabra = new CharTokenizer("abracadabra").Encode("abracadabra");   // a b c d r = 0 … 4

    [Fact]
    public void Probabilities_are_counts_with_something_added()
    {
        var pairs = new NGramModel(Abracadabra, 5, 2, mass: 5);                  // mass / vocabulary = 1: Laplace
        Assert.Equal(2, pairs.CountOf(0, 1));
        Assert.Equal((2 + 1) / (4 + 5.0), pairs.Probability([0], 1), 12);        // a is followed four times, twice by b
        Assert.Equal(1 / 5.0, new NGramModel(Abracadabra, 5, 3).Probability([3, 3], 0), 12);
        Assert.Equal((5 + 0.2) / (11 + 1), new NGramModel(Abracadabra, 5, 1).Probability([], 0), 12);
        Assert.Equal(7, pairs.Count);
        Assert.Equal((2 + 0.1) / (4 + 0.5), pairs.With(0.5).Probability([0], 1), 12);
    }

    [Fact]
    public void A_shorter_model_deals_out_what_is_added()
    {
        var letters = new NGramModel(Abracadabra, 5, 1, mass: 1);
        var pairs = NGramModel.Interpolated(Abracadabra, 5, 2, mass: 1);
        Assert.Equal((2 + letters.Probability([], 1)) / (4 + 1), pairs.Probability([0], 1), 12);
    }

    [Fact]
    public void Probabilities_sum_to_one() => Prop.ForAll(
        Gen.Choose(0, 3).ListOf(40).ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (tokens, order) =>
        {
            long[] text = [.. tokens.Select(t => (long)t)];
            return new[] { new NGramModel(text, 4, order, 0.3), NGramModel.Interpolated(text, 4, order, 2) }
                .All(m => Math.Abs(m.Distribution(text).Sum() - 1) < 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_loss_is_the_mean_of_minus_ln_p()
    {
        var model = NGramModel.Interpolated(Abracadabra, 5, 3, 0.5);
        var expected = Enumerable.Range(2, 9).Average(i => -Math.Log(model.Probability(Abracadabra.AsSpan(0, i), Abracadabra[i])));
        Assert.Equal(expected, model.Loss(Abracadabra), 12);
        Assert.Equal(Math.Log(5), new NGramModel([0], 5, 1, mass: 1e12).Loss(Abracadabra), 6);
    }

    [Fact]
    public void With_shorter_models_new_text_costs_less()
    {
        var text = GeneratedText.Make(60_000);
        var corpus = TextCorpus.Of(text);
        var (plain, interpolated) = (new NGramModel(corpus.Train, corpus.Tokenizer.Count, 5),
            NGramModel.Interpolated(corpus.Train, corpus.Tokenizer.Count, 5));
        Assert.InRange(interpolated.Loss(corpus.Validation), 0.1, plain.Loss(corpus.Validation));
    }

    [Fact]
    public void Errors_say_what_and_where()
    {
        Assert.Contains("token 1 is 9", Assert.Throws<ArgumentException>(() => new NGramModel([0, 9], 5, 2)).Message);
        Assert.Contains("2⁶³", Assert.Throws<ArgumentException>(() => new NGramModel([0], 50_257, 5)).Message);
        Assert.Contains("looks at 2 tokens, here are 1",
            Assert.Throws<ArgumentException>(() => new NGramModel(Abracadabra, 5, 3).Probability([0], 0)).Message);
        Assert.Contains("of order 2", Assert.Throws<ArgumentException>(
            () => new NGramModel(Abracadabra, 5, 3, 1, new NGramModel(Abracadabra, 5, 1))).Message);
    }
}
