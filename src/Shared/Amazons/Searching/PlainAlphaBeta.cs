namespace Qiansi.Amazons;

/// <summary>Alpha-beta as a first program has it: negamax, all moves in the order of the generator, one move deeper each round until the time is up.</summary>
public sealed class PlainAlphaBeta(Weights? weights = null) : IEngine
{
    private readonly Weights _weights = weights ?? Weights.Default;

    /// <inheritdoc />
    public string Name => "plain alpha-beta";

    /// <inheritdoc />
    public SearchReport Search(Board board, SearchLimits limits, IProgress<SearchReport>? progress = null, CancellationToken cancellation = default)
    {
        var clock = new SearchClock(limits, cancellation);
        board = board.Clone();
        var moves = board.Moves();
        var report = new SearchReport(moves.Length > 0 ? moves[0] : null, moves.Length > 0 ? 0.5 : 0, moves.Length > 0 ? [moves[0]] : [], 0, 0, clock.Elapsed);
        for (var depth = 1; depth <= Math.Min(limits.Depth ?? int.MaxValue, board.FreeCount) && moves.Length > 0 && !clock.IsOver; depth++)
        {
            var (best, value) = (moves[0], double.NegativeInfinity);
            foreach (var move in moves)
            {
                board.Make(move);
                var reply = -Negamax(board, depth - 1, double.NegativeInfinity, -value, clock);
                board.Unmake(move);
                if (clock.IsOver) break;
                if (reply > value) (best, value) = (move, reply);
            }

            // A round that was cut short has seen only some of the moves: what it found counts only when it beats nothing.
            if (clock.IsOver && depth > 1 || double.IsNegativeInfinity(value)) break;
            report = new(best, AlphaBeta.Probability(value), [best], depth, clock.Nodes, clock.Elapsed);
            progress?.Report(report);
        }

        return report with { Nodes = clock.Nodes, Elapsed = clock.Elapsed };
    }

    private double Negamax(Board board, int depth, double alpha, double beta, SearchClock clock)
    {
        if (clock.Tick()) return 0;
        if (depth == 0) return board.CountMoves() == 0 ? -AlphaBeta.Won : _weights.ValueOf(board);
        var best = -AlphaBeta.Won;
        foreach (var move in board.Moves())
        {
            board.Make(move);
            var value = -Negamax(board, depth - 1, -beta, -alpha, clock);
            board.Unmake(move);
            if (clock.IsOver) return 0;
            best = Math.Max(best, value);
            alpha = Math.Max(alpha, value);
            if (alpha >= beta) break;
        }

        return best;
    }
}
