namespace Qiansi.Amazons.Tests;

public sealed class MatchTests
{
    private static readonly SearchLimits Few = new(Nodes: 300);

    [Fact]
    public void A_match_changes_sides_and_counts()
    {
        var match = Match.Play(new AlphaBeta(), new PlainTreeSearch(), new(Pairs: 2, Size: 6), Few);
        Assert.Equal(4, match.Games.Count);
        Assert.Equal(2, match.Games.Count(g => g.First == "alpha-beta"));
        Assert.Equal([match.Games[0].Start, match.Games[2].Start], [match.Games[1].Start, match.Games[3].Start]);
        Assert.InRange(match.Score, match.Interval.Low, match.Interval.High);
        Assert.Throws<ArgumentException>(() => Match.Play(new AlphaBeta(), new AlphaBeta(), new(1), Few));
    }

    [Theory]
    [InlineData(3, 0, "a : b  3 : 0, 100.0 % (43.9–100.0 %), Elo +∞ (−43…+∞)")]
    [InlineData(0, 2, "a : b  0 : 2, 0.0 % (0.0–65.8 %), Elo −∞ (−∞…+113)")]
    [InlineData(1, 1, "a : b  1 : 1, 50.0 % (9.5–90.5 %), Elo 0 (−393…+393)")]
    public void A_score_reads_in_words_even_where_Elo_is_infinite(int wins, int losses, string words)
    {
        var games = Enumerable.Range(0, wins + losses).Select(i => new Game("", "a", "b", i < wins ? "a" : "b", []));
        Assert.Equal(words, new Match("a", "b", [.. games]).ToString());
    }

    [Fact]
    public void Openings_differ_and_are_about_even()
    {
        var match = Match.Play(new PlainTreeSearch(), new PlainAlphaBeta(), new(20, 8), new(Nodes: 1));
        var openings = match.Games.Select(g => g.Start).Distinct().ToList();
        Assert.Equal(20, openings.Count);
        Assert.All(openings, o => Assert.InRange(Deepening.Probability(Weights.HandSet.ValueOf(Board.Parse(o))), 0.4, 0.6));
    }

    [Fact]
    public void A_match_on_a_budget_of_nodes_is_the_same_again()
    {
        string[] Play() => [.. Match.Play(new TreeSearch(), new PlainTreeSearch(), new(2, 6, Seed: 7), Few).Games.Select(g => g.ToJson())];
        Assert.Equal(Play(), Play());
    }

    [Fact]
    public void A_cancelled_match_keeps_its_finished_games()
    {
        using var source = new CancellationTokenSource();
        var games = new List<Game>();
        var progress = new Told(game =>
        {
            games.Add(game);
            if (games.Count == 3) source.Cancel();
        });
        var match = Match.Play(new AlphaBeta(), new PlainAlphaBeta(), new(20, 4), Few, progress, source.Token);
        Assert.Equal(games, match.Games);
        Assert.Equal(3, match.Games.Count);
    }

    [Fact]
    public void A_record_holds_the_game()
    {
        var game = Match.PlayGame(Board.Start(5), new AlphaBeta(), new PlainAlphaBeta(), Few)!;
        var read = Game.FromJson(game.ToJson());
        Assert.Equal(game.ToJson(), read.ToJson());
        Assert.Equal(game.Moves, read.Moves);
    }

    [Theory]
    [InlineData("no JSON", "[")]
    [InlineData("no text \"first\"", """{"start":"wxxx/1xxx/xxxx/xxxb w","second":"b","winner":"a","moves":"a4-a3/a4"}""")]
    [InlineData("no text \"moves\"", """{"start":"wxxx/1xxx/xxxx/xxxb w","first":"a","second":"b","winner":"a","moves":[]}""")]
    [InlineData("White can still move", """{"start":"wxxx/1xxx/xxxx/xxxb w","first":"a","second":"b","winner":"b","moves":""}""")]
    [InlineData("won by 'a'", """{"start":"wxxx/1xxx/xxxx/xxxb w","first":"a","second":"b","winner":"b","moves":"a4-a3/a4"}""")]
    public void A_record_that_is_none_is_refused_with_the_reason(string words, string record) =>
        Assert.Contains(words, Assert.Throws<FormatException>(() => Game.FromJson(record)).Message);

    [Fact]
    public void A_record_with_an_illegal_move_is_refused() => Assert.Throws<IllegalMoveException>(() =>
        Game.FromJson("""{"start":"wxxx/1xxx/xxxx/xxxb w","first":"a","second":"b","winner":"b","moves":"a4-b3/a4"}"""));

    [Fact]
    public void A_match_ends_when_it_is_decided()
    {
        var match = Match.Play(new AlphaBeta(), new PlainTreeSearch(), new(100, 6, Sprt: new(0, 100)), Few);
        Assert.InRange(match.Games.Count, 8, 100);
        Assert.True(new Sprt(0, 100).Decide(match));
        Assert.Null(new Sprt(0, 100).Decide(match with { Games = [.. match.Games.SkipLast(2)] }));
    }

    /// <summary>Wald's ratio by hand: 60 wins and 40 losses, 0 against 100 Elo (scores of 0.5 and 0.64006).</summary>
    [Fact]
    public void The_ratio_is_that_of_the_two_chances() =>
        Assert.Equal(60 * Math.Log(0.640065 / 0.5) + 40 * Math.Log(0.359935 / 0.5), new Sprt(0, 100).LogLikelihoodRatio(60, 40), 3);

    [Theory]
    [InlineData(0, false)]
    [InlineData(40, true)]
    public void The_test_errs_as_seldom_as_it_says(double elo, bool better)
    {
        var (random, test, wrong) = (new Random(1), new Sprt(0, 40), 0);
        var chance = 1 / (1 + Math.Pow(10, -elo / 400));
        for (var i = 0; i < 1000; i++)
        {
            var (wins, losses, ratio) = (0, 0, 0.0);
            while (Math.Abs(ratio) < Math.Log(0.95 / 0.05))
            {
                _ = random.NextDouble() < chance ? wins++ : losses++;
                ratio = test.LogLikelihoodRatio(wins, losses);
            }

            if (ratio > 0 != better) wrong++;
        }

        Assert.InRange(wrong, 20, 65);
    }

    private sealed class Told(Action<Game> tell) : IProgress<Game>
    {
        public void Report(Game value) => tell(value);
    }
}
