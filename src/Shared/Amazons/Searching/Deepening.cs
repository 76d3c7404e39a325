namespace Qiansi.Amazons;

/// <summary>What the alpha-beta searches have in common: a round for each depth until something ends it, and always a move.</summary>
internal static class Deepening
{
    private const double Surest = 16;

    /// <summary>What a round found.</summary>
    /// <param name="Value">For the side to move.</param>
    /// <param name="Line">The moves expected, the best first.</param>
    public sealed record Round(double Value, IReadOnlyList<Move> Line);

    /// <summary>Searches deeper and deeper.</summary>
    /// <param name="board">The position.</param>
    /// <param name="limits">The deepest round; what else ends the search is the clock's to say.</param>
    /// <param name="clock">Started when the search was asked for.</param>
    /// <param name="progress">Told of each finished round.</param>
    /// <param name="search">One round; null when it was cut short before it knew anything.</param>
    public static SearchReport Run(
        Board board, SearchLimits limits, SearchClock clock, IProgress<SearchReport>? progress, Func<int, Round?> search)
    {
        Span<Move> first = stackalloc Move[1];
        if (MovePriors.Best(board, first) == 0) return new(null, 0, [], 0, 0, clock.Elapsed);
        var report = new SearchReport(first[0], 0.5, [first[0]], 0, 0, clock.Elapsed);
        for (var depth = 1; depth <= Math.Min(limits.Depth ?? int.MaxValue, board.FreeCount) && !clock.IsOver; depth++)
        {
            if (search(depth) is not { } round) break;
            report = new(round.Line[0], Probability(round.Value), round.Line, clock.IsOver ? depth - 1 : depth, clock.Nodes, clock.Elapsed);
            if (Math.Abs(round.Value) > AlphaBeta.Won / 2) break;
            if (!clock.IsOver) progress?.Report(report);
        }

        return report with { Nodes = clock.Nodes, Elapsed = clock.Elapsed };
    }

    /// <summary>The chance that belongs to a value: 0 and 1 only where it is proven.</summary>
    public static double Probability(double value) =>
        value > AlphaBeta.Won / 2 ? 1 : value < -AlphaBeta.Won / 2 ? 0 : 1 / (1 + Math.Exp(-Math.Clamp(value, -Surest, Surest)));
}
