namespace Qiansi.Amazons;

/// <summary>One thread's Monte Carlo tree search, with a tree of its own.</summary>
/// <remarks>
/// A position's moves are generated when it is visited for the second time, ordered by <see cref="MovePriors"/>. A loss is proven only
/// where every move was looked at, so that a position with more than <see cref="TreeSearchOptions.Width"/> moves is never proven lost.
/// </remarks>
internal sealed class TreeSearcher(TreeSearchOptions options, Weights weights)
{
    private const int Every = 4096;
    private const int EndgameBudget = 400;

    /// <summary>Giving a node back takes about so many nanoseconds; a tree that would take too long is dropped as a whole.</summary>
    private const int NanosecondsOfNode = 100;

    private const double PartForKeeping = 0.1;

    private int _root = SearchTree.None;
    private ulong _hash;
    private Side _toMove;

    /// <summary>What is known of the last position searched.</summary>
    public SearchTree Tree { get; } = new(options.MostBytes, options.Width);

    /// <summary>Searches until the clock ends it.</summary>
    public void Search(Board board, SearchLimits limits, SearchClock clock, IProgress<SearchReport>? progress)
    {
        var at = board.Clone();
        Follow(at, limits);
        while (!clock.Tick() && Tree[_root].Proven == 0)
        {
            Iterate(at, _root);
            if (progress is not null && clock.Nodes % Every == 0) progress.Report(Report(clock));
        }
    }

    /// <summary>Forgets the tree.</summary>
    public void Reset()
    {
        Tree.Clear();
        _root = SearchTree.None;
    }

    /// <summary>The moves of the position searched, with what is known of them.</summary>
    public IEnumerable<(Move Move, int Visits, double Chances)> Root()
    {
        for (var child = Tree[_root].FirstChild; child != SearchTree.None; child = Tree[child].NextSibling)
            yield return (Tree[child].Move, Tree[child].Visits, Tree[child].Visits - Tree[child].Chances);
    }

    /// <summary>What was found.</summary>
    public SearchReport Report(SearchClock clock)
    {
        var line = new List<Move>();
        for (var at = Choice(_root); at != SearchTree.None; at = Choice(at)) line.Add(Tree[at].Move);
        if (line.Count == 0) line.Add(Tree.MovesOf(_root)[0]);
        var (proven, best) = (Tree[_root].Proven, Choice(_root));
        var chance = proven != 0 ? (proven + 1) / 2.0
            : best == SearchTree.None ? 0.5 : 1 - Tree[best].Chances / Math.Max(Tree[best].Visits, 1);
        return new(line[0], chance, line, line.Count, clock.Nodes, clock.Elapsed);
    }

    /// <summary>Makes the position the root: from the last tree when it is at most two moves later there.</summary>
    private void Follow(Board board, SearchLimits limits)
    {
        var kept = _root == SearchTree.None ? SearchTree.None : Find(board.Hash, _hash, _toMove, _root, 2);
        var cost = TimeSpan.FromMicroseconds(Tree.Count * (NanosecondsOfNode / 1000.0));
        if (kept == SearchTree.None || cost > limits.Time * PartForKeeping) Begin();
        else if (kept != _root) Keep();
        if (Tree[_root].Block == SearchTree.None) Open(board, _root);
        if (Tree[_root].Block == SearchTree.None)
        {
            Begin();
            Open(board, _root);
        }

        (_hash, _toMove) = (board.Hash, board.ToMove);

        void Begin()
        {
            Tree.Clear();
            _root = Tree.Add(default);
        }

        void Keep()
        {
            Tree.Free(_root, kept);
            _root = kept;
            Tree[_root].NextSibling = SearchTree.None;
        }
    }

    private int Find(ulong wanted, ulong hash, Side side, int node, int moves)
    {
        if (hash == wanted) return node;
        if (moves == 0) return SearchTree.None;
        for (var child = Tree[node].FirstChild; child != SearchTree.None; child = Tree[child].NextSibling)
        {
            var found = Find(wanted, hash ^ Zobrist.Change(Tree[child].Move, side), side.Other(), child, moves - 1);
            if (found != SearchTree.None) return found;
        }

        return SearchTree.None;
    }

    /// <summary>One descent.</summary>
    /// <returns>The chance of the side that is to move at <paramref name="node"/>.</returns>
    private double Iterate(Board board, int node)
    {
        ref var here = ref Tree[node];
        if (here.Proven != 0) return Visit(ref here, (here.Proven + 1) / 2);
        if (here.Visits == 0 && node != _root) return Visit(ref here, Evaluate(board, ref here));
        if (here.Block == SearchTree.None) Open(board, node);
        var next = here.Block == SearchTree.None ? SearchTree.None : Select(node);
        if (next == SearchTree.None) return Visit(ref here, Deepening.Probability(weights.ValueOf(board)));
        ref var child = ref Tree[next];
        board.Make(child.Move);
        var chance = 1 - Iterate(board, next);
        board.Unmake(child.Move);
        if (child.Proven < 0) here.Proven = 1;
        else if (child.Proven > 0 && IsLost(board, node)) here.Proven = -1;
        return Visit(ref here, here.Proven == 0 ? chance : (here.Proven + 1) / 2);
    }

    private static double Visit(ref SearchTree.Node node, double chance)
    {
        node.Visits++;
        node.Chances += chance;
        return chance;
    }

    private double Evaluate(Board board, ref SearchTree.Node node)
    {
        var terms = Terms.Of(board);
        var winner = board.IsOver ? board.ToMove.Other() : terms.Phase == 0 ? Endgame.Solve(board, EndgameBudget)?.Winner : null;
        if (winner is null) return Deepening.Probability(weights.ValueOf(board, terms));
        node.Proven = (sbyte)(winner == board.ToMove ? 1 : -1);
        return winner == board.ToMove ? 1 : 0;
    }

    private void Open(Board board, int node)
    {
        var moves = Tree.Open(node);
        if (!moves.IsEmpty) Tree[node].Moves = (ushort)MovePriors.Best(board, moves);
    }

    /// <summary>
    /// The child to go on with: a new one when the position has become wide enough, otherwise the one with the highest upper confidence
    /// bound; none when there is no memory for the first.
    /// </summary>
    private int Select(int node)
    {
        ref var here = ref Tree[node];
        var wanted = Math.Min(here.Moves, (int)(options.Widening * Math.Pow(here.Visits + 1, options.WideningPower)) + 1);
        if (here.Children < wanted && Tree.AddChild(node, Tree.MovesOf(node)[here.Children]) is var added and not SearchTree.None)
            return added;
        var (best, bestValue) = (here.FirstChild, double.NegativeInfinity);
        var logarithm = Math.Log(here.Visits + 1);
        for (var at = here.FirstChild; at != SearchTree.None; at = Tree[at].NextSibling)
        {
            ref var child = ref Tree[at];
            if (child.Proven > 0) continue; // the other side wins there
            var visits = Math.Max(child.Visits, 1);
            var value = child.Proven < 0 ? 2 : 1 - child.Chances / visits + options.Exploration * Math.Sqrt(logarithm / visits);
            if (value > bestValue) (best, bestValue) = (at, value);
        }

        return best;
    }

    /// <summary>Whether every legal move of a position is a child that is lost.</summary>
    private bool IsLost(Board board, int node)
    {
        if (Tree[node].Children < Tree[node].Moves) return false;
        for (var child = Tree[node].FirstChild; child != SearchTree.None; child = Tree[child].NextSibling)
            if (Tree[child].Proven <= 0) return false;
        return Tree[node].Children == board.CountMoves();
    }

    /// <summary>A proven win, otherwise the most visited child that is not a proven loss.</summary>
    private int Choice(int node)
    {
        var (best, most) = (SearchTree.None, long.MinValue);
        for (var at = Tree[node].FirstChild; at != SearchTree.None; at = Tree[at].NextSibling)
        {
            var worth = Tree[at].Visits - (long)Tree[at].Proven * int.MaxValue;
            if (worth >= most) (best, most) = (at, worth);
        }

        return best;
    }
}
