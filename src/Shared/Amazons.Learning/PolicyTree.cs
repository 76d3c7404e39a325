namespace Qiansi.Amazons.Learning;

/// <summary>
/// A search tree that asks a net: it goes down by PUCT (Rosin 2011, Silver et al. 2018) to a position to ask about, and takes the answer
/// in.
/// </summary>
/// <param name="root">The position searched.</param>
/// <param name="exploration">c in <c>Q + c·P·√N/(1 + n)</c>.</param>
/// <param name="width">Most moves of a position that become children, the most likely.</param>
/// <param name="noise">Changes the prior of the root's moves; null leaves it as the net has it.</param>
internal sealed class PolicyTree(Board root, double exploration, int width, RootNoise? noise = null)
{
    private static readonly Comparer<float> Descending = Comparer<float>.Create(static (a, b) => b.CompareTo(a));

    private readonly Node _root = new(default, 1);

    /// <summary>A position the net has to be asked about, with the way to it.</summary>
    public sealed record Leaf(Board Board, IReadOnlyList<Node> Path);

    /// <summary>A move and what is known of it.</summary>
    internal sealed class Node(Move move, float prior)
    {
        public Move Move => move;

        public float Prior => prior;

        public int Visits { get; set; }

        /// <summary>Sum of the chances of the side that moved here.</summary>
        public double Chances { get; set; }

        /// <summary>Null until the net was asked.</summary>
        public Node[]? Children { get; set; }
    }

    /// <summary>The moves of the root, once it was asked about.</summary>
    public IReadOnlyList<Node> Moves => _root.Children ?? [];

    /// <summary>The chance of the side to move at the root.</summary>
    public double Chance => _root.Visits == 0 ? 0.5 : 1 - _root.Chances / _root.Visits;

    /// <summary>One descent.</summary>
    /// <returns>Null when it ended at the end of the game, which the rules judge.</returns>
    public Leaf? Descend()
    {
        var (board, node) = (root.Clone(), _root);
        var path = new List<Node> { node };
        while (node.Children is { Length: > 0 } children)
        {
            var scale = exploration * Math.Sqrt(node.Visits);
            // A move not tried yet counts as its position does: 1 − Chances/Visits is the chance of who is to move there.
            var untried = 1 - node.Chances / node.Visits;
            node = children.MaxBy(c => (c.Visits == 0 ? untried : c.Chances / c.Visits) + scale * c.Prior / (1 + c.Visits))!;
            board.Make(node.Move);
            path.Add(node);
        }

        if (!board.IsOver) return new(board, path);
        BackUp(path, 0);
        return null;
    }

    /// <summary>Takes the net's answer in.</summary>
    /// <param name="leaf">What it was asked about.</param>
    /// <param name="logits">Of the squares the amazon leaves, goes to and shoots at.</param>
    /// <param name="chance">Of the side to move.</param>
    public void Expand(Leaf leaf, ReadOnlySpan<float> logits, double chance)
    {
        var (moves, size) = (leaf.Board.Moves(), leaf.Board.Width);
        var area = size * size;
        var scores = new float[moves.Length];
        for (var i = 0; i < moves.Length; i++)
        {
            scores[i] = logits[Encoding.Place(moves[i].From, size)] + logits[area + Encoding.Place(moves[i].To, size)]
                + logits[2 * area + Encoding.Place(moves[i].Arrow, size)];
        }

        var prior = Softmax(scores);
        if (leaf.Path.Count == 1) noise?.Mix(prior);
        Array.Sort(prior, moves, Descending);
        var kept = prior.AsSpan(0, Math.Min(moves.Length, width));
        var sum = 0f;
        foreach (var p in kept) sum += p;
        var children = new Node[kept.Length];
        for (var i = 0; i < kept.Length; i++) children[i] = new(moves[i], kept[i] / sum);
        leaf.Path[^1].Children = children;
        BackUp(leaf.Path, chance);
    }

    private static float[] Softmax(float[] scores)
    {
        var largest = scores.Max();
        var weights = Array.ConvertAll(scores, s => MathF.Exp(s - largest));
        var sum = weights.Sum();
        return Array.ConvertAll(weights, w => w / sum);
    }

    /// <summary>The moves both sides are expected to play.</summary>
    public IReadOnlyList<Move> Line()
    {
        var line = new List<Move>();
        for (var at = Most(_root); at is not null; at = Most(at)) line.Add(at.Move);
        return line;

        static Node? Most(Node node) => node.Children?.Where(c => c.Visits > 0).MaxBy(c => c.Visits);
    }

    /// <param name="path">From the root on.</param>
    /// <param name="chance">Of the side to move at its end.</param>
    private static void BackUp(IReadOnlyList<Node> path, double chance)
    {
        for (var i = path.Count - 1; i >= 0; i--)
        {
            chance = 1 - chance;
            path[i].Visits++;
            path[i].Chances += chance;
        }
    }
}
