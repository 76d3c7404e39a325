namespace Qiansi.Amazons.Learning;

/// <summary>Plays by a net and PUCT: no random games, no evaluation by hand.</summary>
/// <param name="net">Trained on boards of the size it is asked about.</param>
/// <param name="exploration">c in <c>Q + c·P·√N/(1 + n)</c>.</param>
/// <param name="width">Most moves of a position that are looked at, the most likely.</param>
public sealed class PolicySearch(PolicyValueNet net, double exploration = 1.5, int width = 48) : IEngine
{
    /// <inheritdoc />
    public string Name { get; init; } = "policy search";

    /// <inheritdoc />
    public SearchReport Search(
        Board board, SearchLimits limits, IProgress<SearchReport>? progress = null, CancellationToken cancellation = default)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        if (board.IsOver) return new(null, 0, [], 0, 0, watch.Elapsed);
        var tree = new PolicyTree(board, exploration, width);
        var (nodes, slowest) = (0L, TimeSpan.Zero);
        do
        {
            var begun = watch.Elapsed;
            if (tree.Descend() is { } leaf)
            {
                var (logits, chances) = net.Evaluate([leaf.Board]);
                tree.Expand(leaf, logits, chances[0]);
            }

            nodes++;
            slowest = watch.Elapsed - begun > slowest ? watch.Elapsed - begun : slowest;
        }
        while (!(nodes >= limits.Nodes || cancellation.IsCancellationRequested || watch.Elapsed + slowest >= limits.Time));

        var line = tree.Line() is { Count: > 0 } found ? found : [tree.Moves[0].Move];
        var report = new SearchReport(line[0], tree.Chance, line, line.Count, nodes, watch.Elapsed);
        progress?.Report(report);
        return report;
    }
}
