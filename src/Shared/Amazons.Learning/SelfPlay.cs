namespace Qiansi.Amazons.Learning;

/// <summary>Games of a net with itself, many at once, so that the net is asked about many positions together.</summary>
/// <param name="net">Plays both sides.</param>
/// <param name="options">How it plays.</param>
/// <param name="random">Chooses openings and moves.</param>
internal sealed class SelfPlay(PolicyValueNet net, LearningOptions options, Random random)
{
    /// <summary>Plays games to their end.</summary>
    /// <returns>Each position of each game.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public List<Experience> Play(CancellationToken cancellation)
    {
        var running = Enumerable.Range(0, options.Games).Select(_ => new Running(Opening())).ToList();
        var noise = new RootNoise(options.Noise, random);
        var all = new List<Experience>();
        while (running.Count > 0)
        {
            var trees = running.ConvertAll(g => new PolicyTree(g.Board, options.Exploration, options.Width, noise));
            for (var i = 0; i < options.Visits; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                Ask(trees);
            }

            for (var i = 0; i < running.Count; i++) Move(running[i], trees[i]);
            foreach (var game in running.Where(g => g.Board.IsOver))
                all.AddRange(game.Seen.Select(s => new Experience(s.Planes, s.Policy, s.ToMove == game.Board.ToMove ? 0 : 1)));
            running.RemoveAll(g => g.Board.IsOver);
        }

        return all;
    }

    private void Ask(List<PolicyTree> trees)
    {
        var asked = trees.Select(t => (Tree: t, Leaf: t.Descend())).Where(a => a.Leaf is not null).ToList();
        if (asked.Count == 0) return;
        var (logits, chances) = net.Evaluate(asked.ConvertAll(a => a.Leaf!.Board));
        var each = logits.Length / asked.Count;
        for (var i = 0; i < asked.Count; i++) asked[i].Tree.Expand(asked[i].Leaf!, logits.AsSpan(i * each, each), chances[i]);
    }

    /// <summary>
    /// Writes down what the search thought, then moves: in the opening by chance, as often as it was visited; later the most visited.
    /// </summary>
    private void Move(Running game, PolicyTree tree)
    {
        var (size, area) = (net.Size, net.Size * net.Size);
        var (planes, policy) = (new float[PolicyValueNet.Planes * area], new float[3 * area]);
        Encoding.Write(game.Board, size, planes);
        var visits = tree.Moves.Sum(m => m.Visits);
        foreach (var node in tree.Moves)
        {
            var share = (float)node.Visits / visits;
            policy[Encoding.Place(node.Move.From, size)] += share;
            policy[area + Encoding.Place(node.Move.To, size)] += share;
            policy[2 * area + Encoding.Place(node.Move.Arrow, size)] += share;
        }

        game.Seen.Add((planes, policy, game.Board.ToMove));
        var chosen = tree.Moves.MaxBy(m => m.Visits)!;
        if (game.Seen.Count <= options.ByChance)
        {
            var left = random.Next(visits);
            chosen = tree.Moves.First(m => (left -= m.Visits) < 0);
        }

        game.Board.Play(chosen.Move);
    }

    private Board Opening()
    {
        var board = Board.Start(net.Size);
        for (var i = random.Next(3); i > 0 && board.Moves() is { Length: > 0 } moves; i--) board.Play(moves[random.Next(moves.Length)]);
        return board;
    }

    private sealed class Running(Board board)
    {
        public Board Board => board;

        public List<(float[] Planes, float[] Policy, Side ToMove)> Seen { get; } = [];
    }
}
