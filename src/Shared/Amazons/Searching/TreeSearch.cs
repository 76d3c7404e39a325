namespace Qiansi.Amazons;

/// <summary>
/// Monte Carlo tree search grown up: the evaluation takes the place of random games (a sigmoid of it is backed up), positions widen as they are
/// visited, proven wins and losses are backed up as such (Winands, Björnsson, Saito 2008), regions that are apart are counted, the tree is kept from one move to the next.
/// </summary>
/// <remarks>
/// A position's moves are generated when it is visited for the second time, ordered by <see cref="MovePriors"/>. A loss is proven only where every
/// move was looked at, so that a position with more than <see cref="TreeSearchOptions.Width"/> moves is never proven lost.
/// </remarks>
public sealed class TreeSearch(TreeSearchOptions? options = null, Weights? weights = null) : IEngine
{
    private const int BytesOfNode = 72, BytesOfMove = 3;
    private const int Every = 4096;
    private const int EndgameBudget = 60;

    private readonly TreeSearchOptions _options = options ?? new();
    private readonly Weights _weights = weights ?? Weights.Default;
    private Node? _root;
    private Board? _position;
    private long _bytes;

    /// <inheritdoc />
    public string Name => "tree search";

    /// <summary>Memory of the tree, in bytes.</summary>
    public long Bytes => _bytes;

    /// <inheritdoc />
    public SearchReport Search(Board board, SearchLimits limits, IProgress<SearchReport>? progress = null, CancellationToken cancellation = default)
    {
        var clock = new SearchClock(limits, cancellation);
        if (board.IsOver) return new(null, 0, [], 0, 0, clock.Elapsed);
        _root = Follow(board) ?? new Node(default);
        _position = board.Clone();
        _bytes = SizeOf(_root);
        var at = board.Clone();
        if (_root.Moves is null) Open(at, _root);
        while (!clock.Tick() && _root.Proven == 0)
        {
            Iterate(at, _root);
            if (progress is not null && clock.Nodes % Every == 0) progress.Report(Report(clock));
        }

        return Report(clock);
    }

    /// <summary>Forgets the tree, so that the next search is that of a new game.</summary>
    public void Reset() => (_root, _position) = (null, null);

    /// <summary>The part of the last tree that begins at a position one or two moves later.</summary>
    private Node? Follow(Board board)
    {
        if (_root is null || _position is null) return null;
        var at = _position.Clone();
        foreach (var first in _root.Children)
        {
            at.Make(first.Move);
            if (at.Hash == board.Hash) return first;
            foreach (var second in first.Children)
            {
                at.Make(second.Move);
                var same = at.Hash == board.Hash;
                at.Unmake(second.Move);
                if (same) return second;
            }

            at.Unmake(first.Move);
        }

        return _position.Hash == board.Hash ? _root : null;
    }

    /// <summary>One descent.</summary>
    /// <returns>The chance of the side that is to move at <paramref name="node"/>.</returns>
    private double Iterate(Board board, Node node)
    {
        if (node.Proven != 0) return Visit(node, node.Proven > 0 ? 1 : 0);
        if (node.Visits == 0 && node != _root) return Visit(node, Evaluate(board, node));
        if (node.Moves is null) Open(board, node);
        var child = Select(node);
        if (child is null) return Visit(node, AlphaBeta.Probability(_weights.ValueOf(board)));
        board.Make(child.Move);
        var chance = 1 - Iterate(board, child);
        board.Unmake(child.Move);
        Prove(node, child);
        return Visit(node, node.Proven == 0 ? chance : node.Proven > 0 ? 1 : 0);
    }

    private static double Visit(Node node, double chance)
    {
        node.Visits++;
        node.Chances += chance;
        return chance;
    }

    private double Evaluate(Board board, Node node)
    {
        var terms = Terms.Of(board);
        var winner = board.IsOver ? board.ToMove.Other() : terms.Phase == 0 ? Endgame.Solve(board, EndgameBudget)?.Winner : null;
        if (winner is null) return AlphaBeta.Probability(_weights.ValueOf(board, terms));
        node.Proven = winner == board.ToMove ? 1 : -1;
        return winner == board.ToMove ? 1 : 0;
    }

    private void Open(Board board, Node node)
    {
        node.HasAll = board.CountMoves() <= _options.Width;
        node.Moves = MovePriors.Best(board, _options.Width);
        _bytes += BytesOfMove * node.Moves.Length;
    }

    /// <summary>The child to go on with: a new one when the position has become wide enough, otherwise the one with the highest UCB; null when there is no memory for the first.</summary>
    private Node? Select(Node node)
    {
        var wanted = Math.Min(node.Moves!.Length, (int)(_options.Widening * Math.Pow(node.Visits + 1, _options.WideningPower)) + 1);
        if (node.Children.Count < wanted && _bytes + BytesOfNode <= _options.MostBytes)
        {
            var added = new Node(node.Moves[node.Children.Count]);
            node.Children.Add(added);
            _bytes += BytesOfNode;
            return added;
        }

        var (best, bestValue) = (default(Node), double.NegativeInfinity);
        var logarithm = Math.Log(node.Visits + 1);
        foreach (var child in node.Children)
        {
            if (child.Proven > 0) continue; // the other side wins there
            var value = child.Proven < 0 ? 2
                : 1 - child.Chances / Math.Max(child.Visits, 1) + _options.Exploration * Math.Sqrt(logarithm / Math.Max(child.Visits, 1));
            if (value > bestValue) (best, bestValue) = (child, value);
        }

        return best ?? node.Children.FirstOrDefault();
    }

    private static void Prove(Node node, Node child)
    {
        if (child.Proven < 0) node.Proven = 1;
        else if (child.Proven > 0 && node.HasAll && node.Children.Count == node.Moves!.Length && node.Children.TrueForAll(c => c.Proven > 0)) node.Proven = -1;
    }

    private SearchReport Report(SearchClock clock)
    {
        var line = new List<Move>();
        for (var at = Choice(_root!); at is not null; at = Choice(at)) line.Add(at.Move);
        if (line.Count == 0) line.Add(_root!.Moves![0]);
        var chance = _root!.Proven != 0 ? (_root.Proven > 0 ? 1 : 0) : Choice(_root) is { } best ? 1 - best.Chances / Math.Max(best.Visits, 1) : 0.5;
        return new(line[0], chance, line, line.Count, clock.Nodes, clock.Elapsed);
    }

    /// <summary>A proven win, otherwise the most visited child that is not a proven loss.</summary>
    private static Node? Choice(Node node) => node.Children.MaxBy(c => c.Proven < 0 ? int.MaxValue : c.Proven > 0 ? c.Visits - (1 << 30) : c.Visits);

    private static long SizeOf(Node node) => BytesOfNode + BytesOfMove * (node.Moves?.Length ?? 0) + node.Children.Sum(SizeOf);

    private sealed class Node(Move move)
    {
        public Move Move => move;

        /// <summary>Moves that may become children, the most promising first; null until the second visit.</summary>
        public Move[]? Moves { get; set; }

        /// <summary>Whether <see cref="Moves"/> is every legal move.</summary>
        public bool HasAll { get; set; }

        public List<Node> Children { get; } = [];

        public int Visits { get; set; }

        /// <summary>Sum of the chances of the side to move here.</summary>
        public double Chances { get; set; }

        /// <summary>1: the side to move wins; −1: it loses; 0: not known.</summary>
        public int Proven { get; set; }
    }
}
