namespace Qiansi.Amazons;

/// <summary>
/// Monte Carlo tree search grown up: the evaluation takes the place of random games (a sigmoid of it is backed up), positions widen as
/// they are visited, proven wins and losses are backed up as such (Winands, Björnsson, Saito 2008), regions that are apart are counted,
/// the tree is kept from one move to the next.
/// </summary>
/// <remarks>
/// Several threads search a tree each, with a constant of exploration of its own, and add up what they know of the moves at the root:
/// nothing is shared while they run, so that a budget of nodes gives the same answer again with any number of threads.
/// </remarks>
public sealed class TreeSearch : IEngine
{
    private readonly TreeSearcher[] _searchers;

    /// <summary>An engine with trees of its own.</summary>
    /// <param name="options">How it searches; its memory is reserved now.</param>
    /// <param name="weights">Of the evaluation.</param>
    public TreeSearch(TreeSearchOptions? options = null, Weights? weights = null)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Width, ushort.MaxValue);
        _searchers = [.. Enumerable.Range(0, options.Threads).Select(i => new TreeSearcher(
            options with { Exploration = options.Exploration * (1 + 0.5 * i), MostBytes = options.MostBytes / options.Threads },
            weights ?? Weights.Default))];
    }

    /// <inheritdoc />
    public string Name { get; init; } = "tree search";

    /// <summary>Memory of the trees, in bytes.</summary>
    public long Bytes => _searchers.Sum(s => s.Tree.Bytes);

    /// <inheritdoc />
    public SearchReport Search(
        Board board, SearchLimits limits, IProgress<SearchReport>? progress = null, CancellationToken cancellation = default)
    {
        var share = limits with { Nodes = limits.Nodes is { } nodes ? Math.Max(nodes / _searchers.Length, 1) : null };
        var clocks = _searchers.Select(_ => new SearchClock(share, cancellation)).ToArray();
        if (board.IsOver) return new(null, 0, [], 0, 0, clocks[0].Elapsed);
        var others = new Task[_searchers.Length - 1];
        for (var i = 0; i < others.Length; i++)
        {
            var (searcher, clock) = (_searchers[i + 1], clocks[i + 1]);
            others[i] = Task.Factory.StartNew(
                () => searcher.Search(board, share, clock, null),
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        _searchers[0].Search(board, share, clocks[0], progress);
        Task.WaitAll(others, CancellationToken.None);
        var report = _searchers.Length == 1 ? _searchers[0].Report(clocks[0]) : Vote(clocks);
        return report with { Nodes = clocks.Sum(c => c.Nodes), Elapsed = clocks[0].Elapsed };
    }

    /// <inheritdoc />
    public void Reset() => Array.ForEach(_searchers, s => s.Reset());

    /// <summary>What the trees say together: a proof of one of them, otherwise the move with the most visits in all.</summary>
    private SearchReport Vote(SearchClock[] clocks)
    {
        var reports = _searchers.Zip(clocks, (s, c) => s.Report(c)).ToArray();
        if (Array.Find(reports, r => r.WinProbability is 0 or 1) is { } proof) return proof;
        var best = _searchers.SelectMany(s => s.Root()).GroupBy(m => m.Move)
            .Select(g => (Move: g.Key, Visits: g.Sum(m => m.Visits), Chances: g.Sum(m => m.Chances)))
            .DefaultIfEmpty((Move: reports[0].Best!.Value, Visits: 1, Chances: 0.5)).MaxBy(m => m.Visits);
        var line = Array.Find(reports, r => r.Best == best.Move)?.PrincipalVariation ?? [best.Move];
        return new(best.Move, best.Chances / Math.Max(best.Visits, 1), line, line.Count, 0, default);
    }
}
