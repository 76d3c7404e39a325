namespace Qiansi.Amazons.Learning.Tests;

/// <summary>The net that is shipped.</summary>
public sealed class TrainedNetTests
{
    private const int Ways = 8;

    [Fact]
    public void It_plays_legal_games_to_their_end()
    {
        var (net, plain) = (new PolicySearch(TrainedNet.Load()), new PlainTreeSearch());
        foreach (var game in Match.Play(net, plain, new(1, 6), new(Nodes: 10)).Games)
            Assert.Equal(game.ToJson(), Game.FromJson(game.ToJson()).ToJson());
    }

    [Fact]
    public void It_foretells_positions_that_are_symmetric_alike()
    {
        var (chance, policy) = Spread(TrainedNet.Load());
        Assert.True(chance < 0.08 && policy < 0.08, $"laid on itself in eight ways: chances ± {chance:0.000}, policies ± {policy:0.000}");
    }

    [Fact]
    public void It_knows_who_is_winning()
    {
        var net = TrainedNet.Load();
        var games = Match.Play(new AlphaBeta(), new TreeSearch(), new(10, 6, Seed: 9), new(Nodes: 500)).Games;
        var right = games.Count(game =>
        {
            var board = Board.Parse(game.Start);
            foreach (var move in game.Moves.SkipLast(8)) board.Play(move);
            return net.Evaluate([board]).Chances[0] > 0.5 == (game.Winner == (game.Moves.Count % 2 == 0 ? game.First : game.Second));
        });
        Assert.True(right >= 15, $"{right} of {games.Count}");
    }

    [Fact]
    public void With_a_search_it_beats_random_games_with_as_many()
    {
        var match = Match.Play(new PolicySearch(TrainedNet.Load()), new PlainTreeSearch(), new(5, 6, Seed: 3), new(Nodes: 20));
        Assert.True(match.Score >= 0.8, match.ToString());
    }

    [Fact]
    public void Weights_that_are_none_are_refused_with_the_reason()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "no weights");
            Assert.Contains($"{file} holds no weights", Assert.Throws<InvalidDataException>(() => TrainedNet.Load(file)).Message);
            new PolicyValueNet(5, 8, 1).save(file);
            Assert.Contains("24 channels and 3 blocks for 6×6", Assert.Throws<InvalidDataException>(() => TrainedNet.Load(file)).Message);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Throws<FileNotFoundException>(() => TrainedNet.Load(file));
    }

    /// <summary>Standard deviations over the eight ways to lay a board on itself, on average over the positions of games.</summary>
    private static (double Chance, double Policy) Spread(PolicyValueNet net)
    {
        var positions = new SelfPlay(net, new(Games: 1, Visits: 2), new Random(5)).Play(default);
        return (positions.Average(p => Deviation([.. All(p).Select(a => a.Chance)])),
            positions.Average(p => Deviation([.. All(p).Select(a => a.Sure)])));

        IEnumerable<(double Chance, double Sure)> All(Experience position) => Enumerable.Range(0, Ways).Select(way =>
        {
            using var mode = torch.no_grad();
            var (logits, chance) = net.call(torch.tensor(position.Turned(way, 6).Planes, [1, PolicyValueNet.Planes, 6, 6]));
            return (chance.sigmoid().ToDouble(), logits[0][1].softmax(0).max().ToDouble());
        });
    }

    private static double Deviation(double[] values) => Math.Sqrt(values.Average(v => Math.Pow(v - values.Average(), 2)));
}
