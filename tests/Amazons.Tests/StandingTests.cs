namespace Qiansi.Amazons.Tests;

public sealed class StandingTests
{
    [Fact]
    public void Two_players_stand_apart_as_Elos_formula_says()
    {
        var table = Standing.Of(Games("a", "b", 300, 100));
        Assert.Equal(["a", "b"], table.Select(s => s.Name));
        Assert.Equal([(400, 300), (400, 100)], table.Select(s => (s.Games, s.Wins)));
        Assert.Equal(Match.Elo(0.75), table[0].Elo - table[1].Elo, 0.5);
        Assert.Equal(0, table.Sum(s => s.Elo), 6);
        // The difference's variance is 1/(n·p·q) in units of ln odds; each stands half of it from the mean.
        Assert.Equal(1.96 * 173.72 * 0.5 / Math.Sqrt(400 * 0.75 * 0.25), table[0].Error, 0.1);
    }

    [Fact]
    public void Strengths_are_found_again()
    {
        string[] names = ["d", "c", "b", "a"];
        double[] elo = [-150, -50, 20, 180];
        var random = new Random(5);
        var games = new List<Game>();
        for (var i = 0; i < 4; i++)
        {
            for (var j = i + 1; j < 4; j++)
            {
                var wins = Enumerable.Range(0, 400).Count(_ => random.NextDouble() < 1 / (1 + Math.Pow(10, (elo[j] - elo[i]) / 400)));
                games.AddRange(Games(names[i], names[j], wins, 400 - wins));
            }
        }

        var table = Standing.Of(games);
        Assert.Equal(["a", "b", "c", "d"], table.Select(s => s.Name));
        Assert.All(table, s => Assert.InRange(elo[Array.IndexOf(names, s.Name)] - s.Elo, -1.5 * s.Error, 1.5 * s.Error));
    }

    [Fact]
    public void Who_won_all_games_stands_at_a_finite_height()
    {
        var table = Standing.Of(Games("a", "b", 200, 0));
        Assert.InRange(table[0].Elo, 300, 1000);
        Assert.True(table[0].Error > 100);
        Assert.Empty(Standing.Of([]));
    }

    [Fact]
    public void A_tournament_is_everybody_against_everybody()
    {
        IEngine[] engines = [new AlphaBeta(), new PlainAlphaBeta(), new PlainTreeSearch()];
        var games = Tournament.Play(engines, new(Pairs: 1, Size: 5), new(Nodes: 200));
        Assert.Equal(6, games.Count);
        Assert.All(Standing.Of(games), s => Assert.Equal(4, s.Games));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tournament.Play([new AlphaBeta()], new(1), new()));
    }

    private static IEnumerable<Game> Games(string one, string two, int wins, int losses) =>
        from i in Enumerable.Range(0, wins + losses)
        let first = i % 2 == 0
        select new Game("", first ? one : two, first ? two : one, i < wins ? one : two, []);
}
