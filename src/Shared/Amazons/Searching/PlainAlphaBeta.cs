namespace Qiansi.Amazons;

/// <summary>
/// Alpha-beta as a first program has it: negamax, all moves in the order of the generator, one move deeper each round until the time is up.
/// </summary>
public sealed class PlainAlphaBeta(Weights? weights = null) : IEngine
{
    private readonly Weights _weights = weights ?? Weights.Default;

    /// <inheritdoc />
    public string Name { get; init; } = "plain alpha-beta";

    /// <inheritdoc />
    public SearchReport Search(
        Board board, SearchLimits limits, IProgress<SearchReport>? progress = null, CancellationToken cancellation = default)
    {
        var clock = new SearchClock(limits, cancellation);
        var at = board.Clone();
        return Deepening.Run(board, limits, clock, progress, depth =>
        {
            var (best, value) = (default(Move), double.NegativeInfinity);
            foreach (var move in at.Moves())
            {
                at.Make(move);
                var reply = -Negamax(at, depth - 1, double.NegativeInfinity, -value, clock);
                at.Unmake(move);
                if (clock.IsOver) break;
                if (reply > value) (best, value) = (move, reply);
            }

            // A round that was cut short has seen only some of the moves: what it found counts only when there is nothing else.
            return (clock.IsOver && depth > 1) || double.IsNegativeInfinity(value) ? null : new(value, [best]);
        });
    }

    private double Negamax(Board board, int depth, double alpha, double beta, SearchClock clock)
    {
        if (clock.Tick()) return 0;
        if (board.IsOver) return -AlphaBeta.Won;
        if (depth == 0) return _weights.ValueOf(board);
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
