namespace Qiansi.Amazons;

/// <summary>
/// Monte Carlo tree search as a first program has it: UCB1 (Auer, Cesa-Bianchi, Fischer 2002), every child tried once, random games to the
/// end.
/// </summary>
/// <param name="exploration">C in <c>w/n + C·√(ln N/n)</c>.</param>
/// <param name="seed">Of the random games.</param>
/// <param name="mostNodes">Nodes at most; when they are used up, the tree grows no further.</param>
public sealed class PlainTreeSearch(double exploration = 1.414, ulong seed = 1, int mostNodes = 2_000_000) : IEngine
{
    private readonly ulong _seed = seed;
    private ulong _random = seed;
    private int _nodes;

    /// <inheritdoc />
    public string Name { get; init; } = "plain tree search";

    /// <inheritdoc />
    public void Reset() => _random = _seed;

    /// <inheritdoc />
    public SearchReport Search(
        Board board, SearchLimits limits, IProgress<SearchReport>? progress = null, CancellationToken cancellation = default)
    {
        var clock = new SearchClock(limits, cancellation);
        board = board.Clone();
        _nodes = 1;
        var root = new Node(default, board.Moves());
        if (root.Untried.Count == 0) return new(null, 0, [], 0, 0, clock.Elapsed);
        var first = root.Untried[0];
        while (!clock.Tick()) Iterate(board, root);
        var best = root.Children.MaxBy(c => c.Visits);
        var line = new List<Move>();
        for (var at = best; at is not null; at = at.Children.MaxBy(c => c.Visits)) line.Add(at.Move);
        if (best is null) return new(first, 0.5, [first], 0, clock.Nodes, clock.Elapsed);
        var report = new SearchReport(best.Move, best.Wins / best.Visits, line, line.Count, clock.Nodes, clock.Elapsed);
        progress?.Report(report);
        return report;
    }

    /// <summary>One descent, one random game.</summary>
    /// <returns>1 when the side that has just moved into <paramref name="node"/> won.</returns>
    private double Iterate(Board board, Node node)
    {
        double won;
        if (node.Untried.Count > 0 && _nodes < mostNodes)
        {
            var move = Take(node.Untried);
            board.Make(move);
            var child = new Node(move, board.Moves());
            _nodes++;
            node.Children.Add(child);
            won = 1 - Finish(board, child);
            board.Unmake(move);
        }
        else if (node.Children.Count == 0)
        {
            won = node.Untried.Count == 0 ? 1 : Playout(board);
        }
        else
        {
            var child = node.Children.MaxBy(c => c.Wins / c.Visits + exploration * Math.Sqrt(Math.Log(node.Visits) / c.Visits))!;
            board.Make(child.Move);
            won = 1 - Iterate(board, child);
            board.Unmake(child.Move);
        }

        node.Visits++;
        node.Wins += won;
        return won;
    }

    private double Finish(Board board, Node child)
    {
        var won = Playout(board);
        child.Visits++;
        child.Wins += won;
        return won;
    }

    /// <summary>A random game from here; the board is left as it was.</summary>
    /// <returns>1 when the side to move loses.</returns>
    private double Playout(Board board)
    {
        board = board.Clone();
        for (var plies = 0; ; plies++)
        {
            var moves = board.Moves();
            if (moves.Length == 0) return plies % 2 == 0 ? 1 : 0;
            board.Make(moves[Below(moves.Length)]);
        }
    }

    private Move Take(List<Move> moves)
    {
        var at = Below(moves.Count);
        var move = moves[at];
        moves[at] = moves[^1];
        moves.RemoveAt(moves.Count - 1);
        return move;
    }

    private int Below(int count) => (int)((UInt128)Zobrist.SplitMix(ref _random) * (ulong)count >> 64);

    private sealed class Node(Move move, Move[] moves)
    {
        public Move Move => move;

        public List<Move> Untried { get; } = [.. moves];

        public List<Node> Children { get; } = [];

        public int Visits { get; set; }

        /// <summary>Of the side that moved here.</summary>
        public double Wins { get; set; }
    }
}
