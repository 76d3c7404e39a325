namespace Qiansi.Amazons.Tests;

public sealed class TuningTests
{
    [Fact]
    public void Weights_are_found_again_from_results_drawn_with_them()
    {
        var games = Tuning.SelfPlay(() => new PlainTreeSearch(), 900, 6, new(Nodes: 1)).ToList();
        var random = new Random(3);
        var truth = new Weights([0.1, 0.05, 0.2, 0.1, 0.3], [0.5, 0.1, 0.2, 0.1, 0.2], 0.25);
        double[] all = [.. truth.Opening, .. truth.Ending, truth.ToMove];
        var samples = Tuning.Samples(games).Select(s => s with { Won = random.NextDouble() < Chance(all, s) }).ToList();
        var found = Tuning.Fit(samples);
        Assert.True(samples.Count > 3000);
        // The terms go together, so that single weights are known less well than what they add up to.
        double[] again = [.. found.Opening, .. found.Ending, found.ToMove];
        var apart = samples.Select(s => Math.Abs(Chance(all, s) - Chance(again, s))).Average();
        Assert.InRange(apart, 0, 0.03);
        Assert.InRange(Tuning.Loss(found, samples), 0, Tuning.Loss(truth, samples) + 1e-3);
    }

    /// <summary>Two features against each other: both come out negative, the second only because the first is there.</summary>
    [Fact]
    public void What_is_negative_only_beside_a_worse_one_is_kept()
    {
        var random = new Random(2);
        var samples = Enumerable.Range(0, 4000).Select(_ =>
        {
            var (common, own, other) = (Uniform(), 0.3 * Uniform(), 0.3 * Uniform());
            var features = new double[11];
            (features[0], features[1], features[2]) = (Uniform(), common + own, other - common);
            var chance = 1 / (1 + Math.Exp(-(2 * features[0] - 3 * features[1] - 0.5 * features[2])));
            return new Tuning.Sample(features, random.NextDouble() < chance);
        }).ToList();
        var found = Tuning.Fit(samples);
        Assert.Equal(0, found.Opening[1]);
        Assert.InRange(found.Opening[2], 1, 3);

        double Uniform() => 2 * random.NextDouble() - 1;
    }

    [Fact]
    public void Features_are_what_the_evaluation_adds_up()
    {
        double[] all = [.. Weights.Default.Opening, .. Weights.Default.Ending, Weights.Default.ToMove];
        foreach (var game in Tuning.SelfPlay(() => new PlainTreeSearch(), 3, 8, new(Nodes: 1)))
        {
            var board = Board.Parse(game.Start);
            foreach (var (sample, moves) in Tuning.Samples([game]).Zip(game.Moves.Chunk(3)))
            {
                Assert.Equal(Weights.Default.ValueOf(board), sample.Features.Zip(all, (f, w) => f * w).Sum(), 9);
                foreach (var move in moves) board.Make(move);
            }

            Assert.Equal(game.Winner == game.First, Tuning.Samples([game]).First().Won);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_and_they_foretell_better_than_guessing()
    {
        Weights Fit() => Tuning.Fit([.. Tuning.Samples(Tuning.SelfPlay(() => new AlphaBeta(), 90, 5, new(Nodes: 60), seed: 4))]);
        var (one, two) = (Fit(), Fit());
        Assert.Equal((string.Join(' ', one.Opening), one.ToMove), (string.Join(' ', two.Opening), two.ToMove));
        var others = Tuning.Samples(Tuning.SelfPlay(() => new AlphaBeta(), 60, 5, new(Nodes: 60), seed: 5));
        Assert.InRange(Tuning.Loss(one, others), 0.1, 0.65);
    }

    private static double Chance(double[] weights, Tuning.Sample sample) =>
        1 / (1 + Math.Exp(-sample.Features.Zip(weights, (f, w) => f * w).Sum()));
}
