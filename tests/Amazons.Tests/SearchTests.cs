namespace Qiansi.Amazons.Tests;

public sealed class SearchTests
{
    public static TheoryData<string> Engines => [.. EngineTable.Names];

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_move_is_legal_under_any_limit(string name)
    {
        var engine = EngineTable.Make(name);
        for (var seed = 1; seed <= 60; seed++)
        {
            var board = RandomPosition.Of(4 + seed % 7, 4 + seed / 7 % 7, seed);
            var text = board.ToString();
            var limits = (seed % 3) switch
            {
                0 => new SearchLimits(Nodes: seed),
                1 => new SearchLimits(TimeSpan.FromMilliseconds(1)),
                _ => new(Nodes: 300, Depth: 2),
            };
            var report = engine.Search(board, limits);
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
        var engine = EngineTable.Make(name);
        var one = engine.Search(Board.Start(6), limits);
        engine.Search(RandomPosition.Of(6, 6, 3), limits);
        engine.Reset();
        foreach (var same in (IEngine[])[engine, EngineTable.Make(name)])
        {
            var again = same.Search(Board.Start(6), limits);
            Assert.Equal(one.Best, again.Best);
            Assert.Equal(one.Nodes, again.Nodes);
            Assert.Equal(one.WinProbability, again.WinProbability);
            Assert.Equal(one.PrincipalVariation, again.PrincipalVariation);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_cancelled_search_answers(string name)
    {
        var engine = EngineTable.Make(name);
        Assert.NotNull(engine.Search(Board.Start(), new SearchLimits(), cancellation: new CancellationToken(canceled: true)).Best);
        using var source = new CancellationTokenSource(20);
        Assert.NotNull(engine.Search(Board.Start(), new SearchLimits(), cancellation: source.Token).Best);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Positions_with_one_answer_or_none(string name)
    {
        var engine = EngineTable.Make(name);
        var limits = new SearchLimits(Nodes: 500);
        var lost = engine.Search(Board.Parse("wx2/xx2/4/3b w"), limits);
        Assert.Equal((null, 0.0, 0), (lost.Best, lost.WinProbability, lost.PrincipalVariation.Count));
        Assert.Null(engine.Search(Board.Parse("4/4/4/3b w"), limits).Best);
        Assert.Equal("a4-a3/a4", engine.Search(Board.Parse("wxxx/1xxx/xxxx/xxxb w"), limits).Best.ToString());
        Assert.NotNull(engine.Search(Board.Parse("4/4/4/w3 w"), limits).Best);
        var crowd = Board.Parse("wwwwwwwwww/10/10/10/10/10/10/10/10/bbbbbbbbbb w");
        Assert.Null(crowd.WhyIllegal(engine.Search(crowd, limits).Best!.Value));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_won_end_is_won(string name)
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var board = SmallBoards.End(seed);
            if (!SmallBoards.Wins(board)) continue;
            board.Play(EngineTable.Make(name).Search(board, new SearchLimits(Nodes: 20_000, Depth: 7)).Best!.Value);
            Assert.False(SmallBoards.Wins(board), $"{name} gave the win of seed {seed} away");
        }
    }

    [Fact]
    public void Tree_search_proves_what_brute_force_finds() =>
        Proves(new TreeSearch(new(Width: 64, MostBytes: 4 << 20)), new SearchLimits(Nodes: 400_000));

    [Fact]
    public void Alpha_beta_proves_what_brute_force_finds() => Proves(new AlphaBeta(AlphaBetaOptions.Full), new SearchLimits(Depth: 12));

    [Fact]
    public void Alpha_beta_that_left_moves_out_calls_nothing_lost_that_is_won()
    {
        var engine = new AlphaBeta(new(Goes: 2, Arrows: 2, Width: 2, LastWidth: 2));
        for (var seed = 1; seed <= 120; seed++)
        {
            var board = SmallBoards.End(seed);
            if (board.IsOver) continue;
            var chance = engine.Search(board, new SearchLimits(Depth: 12)).WinProbability;
            if (chance is 0 or 1) Assert.Equal(SmallBoards.Wins(board) ? 1 : 0, chance);
        }
    }

    [Fact]
    public void Threads_search_trees_of_their_own_and_agree_on_a_move()
    {
        var limits = new SearchLimits(Nodes: 3000);
        var options = new TreeSearchOptions(Threads: 3, MostBytes: 30 << 20);
        var (one, again) = (new TreeSearch(options).Search(Board.Start(8), limits), new TreeSearch(options).Search(Board.Start(8), limits));
        Assert.Equal((one.Best, one.Nodes, one.WinProbability), (again.Best, again.Nodes, again.WinProbability));
        Assert.InRange(one.Nodes, 3000, 3003);
        Assert.Equal(one.Best, one.PrincipalVariation[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreeSearch(new(Threads: 0)));
        for (var seed = 1; seed <= 20; seed++)
        {
            var board = SmallBoards.End(seed);
            if (board.IsOver) continue;
            var report = new TreeSearch(options).Search(board, new SearchLimits(Nodes: 300_000));
            Assert.Equal(SmallBoards.Wins(board) ? 1 : 0, report.WinProbability);
        }
    }

    [Fact]
    public void The_tree_is_kept_for_the_next_move()
    {
        var engine = new TreeSearch();
        var board = Board.Start(6);
        var report = engine.Search(board, new SearchLimits(Nodes: 4000));
        var before = engine.Bytes;
        foreach (var move in report.PrincipalVariation.Take(2)) board.Play(move);
        var fresh = new TreeSearch();
        fresh.Search(board, new SearchLimits(Nodes: 1));
        engine.Search(board, new SearchLimits(Nodes: 1));
        Assert.InRange(engine.Bytes, 2 * fresh.Bytes, before);
    }

    [Fact]
    public void A_tree_kept_through_a_game_gives_back_what_it_no_longer_needs()
    {
        var engine = new TreeSearch(new(MostBytes: 400_000));
        var board = Board.Start(6);
        while (!board.IsOver)
        {
            board.Play(engine.Search(board, new SearchLimits(Nodes: 3000)).Best!.Value);
            Assert.InRange(engine.Bytes, 1, 400_000);
        }
    }

    private static void Proves(IEngine engine, SearchLimits limits)
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var board = SmallBoards.End(seed);
            if (board.IsOver) continue;
            engine.Reset();
            Assert.Equal(SmallBoards.Wins(board) ? 1 : 0, engine.Search(board, limits).WinProbability);
        }
    }
}
