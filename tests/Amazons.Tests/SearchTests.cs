namespace Qiansi.Amazons.Tests;

public sealed class SearchTests
{
    public static TheoryData<string> Engines => ["plain alpha-beta", "alpha-beta", "plain tree search", "tree search"];

    private static IEngine Make(string name) => name switch
    {
        "plain alpha-beta" => new PlainAlphaBeta(),
        "alpha-beta" => new AlphaBeta(),
        "plain tree search" => new PlainTreeSearch(),
        _ => new TreeSearch(),
    };

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_move_is_legal_under_any_limit(string name)
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var board = RandomPosition.Of(4 + seed % 7, 4 + seed / 7 % 7, seed);
            var text = board.ToString();
            var limits = (seed % 3) switch { 0 => new SearchLimits(Nodes: seed), 1 => new SearchLimits(TimeSpan.FromMilliseconds(1)), _ => new(Nodes: 300, Depth: 2) };
            var report = Make(name).Search(board, limits);
            Assert.Equal(text, board.ToString());
            if (report.Best is { } best) Assert.Null(board.WhyIllegal(best));
            Assert.Equal(board.IsOver, report.Best is null);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_budget_of_nodes_gives_the_same_answer_again(string name)
    {
        var limits = new SearchLimits(Nodes: 2000);
        var (one, two) = (Make(name).Search(Board.Start(6), limits), Make(name).Search(Board.Start(6), limits));
        Assert.Equal(one.Best, two.Best);
        Assert.Equal(one.Nodes, two.Nodes);
        Assert.Equal(one.WinProbability, two.WinProbability);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_cancelled_search_answers(string name)
    {
        var report = Make(name).Search(Board.Start(), new SearchLimits(), cancellation: new CancellationToken(canceled: true));
        Assert.NotNull(report.Best);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_won_end_is_won(string name)
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var board = SmallEnd(seed);
            if (!Solve(board)) continue;
            board.Play(Make(name).Search(board, new SearchLimits(Nodes: 20_000, Depth: 7)).Best!.Value);
            Assert.False(Solve(board), $"{name} gave the win of seed {seed} away");
        }
    }

    [Fact]
    public void Tree_search_proves_what_brute_force_finds()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var board = SmallEnd(seed);
            if (board.IsOver) continue;
            var report = new TreeSearch(new(Width: 4096)).Search(board, new SearchLimits(Nodes: 400_000));
            Assert.Equal(Solve(board) ? 1 : 0, report.WinProbability);
        }
    }

    [Fact]
    public void Alpha_beta_proves_what_brute_force_finds()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var board = SmallEnd(seed);
            if (board.IsOver) continue;
            var report = new AlphaBeta(new(Width: 4096)).Search(board, new SearchLimits(Depth: 12));
            Assert.Equal(Solve(board) ? 1 : 0, report.WinProbability);
        }
    }

    [Fact]
    public void The_memory_of_a_tree_stays_below_its_option()
    {
        var engine = new TreeSearch(new(MostBytes: 200_000));
        engine.Search(Board.Start(8), new SearchLimits(Nodes: 20_000));
        Assert.InRange(engine.Bytes, 100_000, 200_000 + 3 * 96 * 1000);
    }

    [Fact]
    public void The_tree_is_kept_for_the_next_move()
    {
        var engine = new TreeSearch();
        var board = Board.Start(6);
        var report = engine.Search(board, new SearchLimits(Nodes: 4000));
        foreach (var move in report.PrincipalVariation.Take(2)) board.Play(move);
        var fresh = new TreeSearch();
        fresh.Search(board, new SearchLimits(Nodes: 1));
        engine.Search(board, new SearchLimits(Nodes: 1));
        Assert.True(engine.Bytes > 2 * fresh.Bytes, $"{engine.Bytes} bytes after, {fresh.Bytes} without a tree");
    }

    [Fact]
    public void A_match_changes_sides_and_counts()
    {
        var match = Match.Play(new AlphaBeta(), new PlainTreeSearch(), 2, new SearchLimits(Nodes: 400), size: 6);
        Assert.Equal(4, match.Games.Count);
        Assert.Equal(2, match.Games.Count(g => g.First == "alpha-beta"));
        Assert.InRange(match.Score, match.Interval.Low, match.Interval.High);
        Assert.Throws<ArgumentException>(() => Match.Play(new AlphaBeta(), new AlphaBeta(), 1, new SearchLimits(Nodes: 1)));
    }

    /// <summary>A 4×4 position with one amazon each and six free squares.</summary>
    private static Board SmallEnd(int seed)
    {
        var squares = Enumerable.Range(0, 16).Select(i => new Square(i % 4, i / 4)).ToArray();
        new Random(seed).Shuffle(squares);
        return new(4, 4, squares[..1], squares[1..2], squares[2..10], seed % 2 == 0 ? Side.White : Side.Black);
    }

    private static bool Solve(Board board)
    {
        foreach (var move in board.Moves())
        {
            board.Make(move);
            var wins = !Solve(board);
            board.Unmake(move);
            if (wins) return true;
        }

        return false;
    }
}
