namespace Qiansi.Amazons;

/// <summary>How <see cref="AlphaBeta"/> searches.</summary>
/// <param name="Width">Moves looked at in a position that is two or more moves from the end of the search; the best by their own evaluation.</param>
/// <param name="TableBytes">Memory of the transposition table.</param>
public sealed record AlphaBetaOptions(int Width = 40, long TableBytes = 32 << 20);

/// <summary>
/// Alpha-beta grown up: iterative deepening with aspiration windows, a transposition table, moves ordered by their evaluation and by what cut
/// off before (amazon's move and arrow apart), selective width, and reductions of late moves.
/// </summary>
/// <remarks>
/// The Amazons' thousand moves make full width hopeless beyond two moves. Each move of an inner position is evaluated once, and the best
/// <see cref="AlphaBetaOptions.Width"/> are searched; what is lost by that, matches tell.
/// </remarks>
public sealed class AlphaBeta(AlphaBetaOptions? options = null, Weights? weights = null) : IEngine
{
    /// <summary>The value of a won position; quicker wins are worth more.</summary>
    internal const double Won = 1000;

    private const double Window = 0.4;
    private const int LateFrom = 10;

    private readonly AlphaBetaOptions _options = options ?? new();
    private readonly Weights _weights = weights ?? Weights.Default;
    private readonly List<Ordered[]> _buffers = [];
    private readonly int[] _goes = new int[128 * 128];
    private readonly int[] _flies = new int[128 * 128];
    private TranspositionTable? _table;
    private SearchClock _clock = new(new(), default);

    /// <inheritdoc />
    public string Name => "alpha-beta";

    /// <inheritdoc />
    public SearchReport Search(Board board, SearchLimits limits, IProgress<SearchReport>? progress = null, CancellationToken cancellation = default)
    {
        _clock = new(limits, cancellation);
        _table ??= new(_options.TableBytes);
        board = board.Clone();
        var moves = board.Moves();
        if (moves.Length == 0) return new(null, 0, [], 0, 0, _clock.Elapsed);
        var report = new SearchReport(moves[0], 0.5, [moves[0]], 0, 0, _clock.Elapsed);
        Array.Clear(_goes);
        Array.Clear(_flies);
        var value = 0.0;
        for (var depth = 1; depth <= Math.Min(limits.Depth ?? int.MaxValue, board.FreeCount) && !_clock.IsOver; depth++)
        {
            value = Aspire(board, depth, value);
            if (Line(board, depth) is { Count: > 0 } line && (!_clock.IsOver || depth == 1 || line[0] != report.Best))
                report = new(line[0], Probability(value), line, _clock.IsOver ? depth - 1 : depth, _clock.Nodes, _clock.Elapsed);
            if (!_clock.IsOver) progress?.Report(report);
            if (Math.Abs(value) > Won / 2 || _clock.IsUsed(0.6)) break;
        }

        return report with { Nodes = _clock.Nodes, Elapsed = _clock.Elapsed };
    }

    /// <summary>The chance that belongs to a value.</summary>
    internal static double Probability(double value) => value > Won / 2 ? 1 : value < -Won / 2 ? 0 : 1 / (1 + Math.Exp(-value));

    private double Aspire(Board board, int depth, double guess)
    {
        if (depth > 2)
        {
            var value = Negamax(board, depth, guess - Window, guess + Window, 0);
            if (_clock.IsOver || (value > guess - Window && value < guess + Window)) return _clock.IsOver ? guess : value;
        }

        var whole = Negamax(board, depth, -2 * Won, 2 * Won, 0);
        return _clock.IsOver ? guess : whole;
    }

    private double Negamax(Board board, int depth, double alpha, double beta, int ply)
    {
        if (_clock.Tick()) return 0;
        if (depth <= 0) return board.CountMoves() == 0 ? ply - Won : _weights.ValueOf(board);
        var known = _table!.TryGet(board.Hash, out var entry);
        if (known && entry.Depth >= depth && ply > 0)
        {
            if (entry.Bound == TranspositionTable.Bound.Exact) return entry.Value;
            if (entry.Bound == TranspositionTable.Bound.AtLeast && entry.Value >= beta) return entry.Value;
            if (entry.Bound == TranspositionTable.Bound.AtMost && entry.Value <= alpha) return entry.Value;
        }

        var moves = Order(board, depth, ply, known ? entry.Move : null);
        if (_clock.IsOver && ply > 0) return 0;
        if (moves.IsEmpty) return ply - Won;
        var (best, bestMove, bound) = (double.NegativeInfinity, moves[0].Move, TranspositionTable.Bound.AtMost);
        for (var i = 0; i < moves.Length; i++)
        {
            var move = moves[i].Move;
            double value;
            if (depth == 1 && !double.IsNaN(moves[i].Value))
            {
                value = moves[i].Value;
            }
            else
            {
                board.Make(move);
                var reduced = depth >= 3 && i >= LateFrom ? 1 : 0;
                value = i == 0 ? -Negamax(board, depth - 1, -beta, -alpha, ply + 1) : -Negamax(board, depth - 1 - reduced, -alpha - 1e-9, -alpha, ply + 1);
                if (i > 0 && value > alpha && (reduced > 0 || value < beta)) value = -Negamax(board, depth - 1, -beta, -alpha, ply + 1);
                board.Unmake(move);
                if (_clock.IsOver)
                {
                    // At the root, a move that has already proved better than the last round's counts.
                    if (ply == 0 && i > 0) Keep(board.Hash, best, bestMove, depth, TranspositionTable.Bound.AtLeast);
                    return 0;
                }
            }

            if (value <= best) continue;
            (best, bestMove) = (value, move);
            if (value <= alpha) continue;
            (alpha, bound) = (value, TranspositionTable.Bound.Exact);
            if (value < beta) continue;
            bound = TranspositionTable.Bound.AtLeast;
            _goes[(move.From.Index << 7) + move.To.Index] += depth * depth;
            _flies[(move.To.Index << 7) + move.Arrow.Index] += depth * depth;
            break;
        }

        Keep(board.Hash, best, bestMove, depth, bound);
        return best;
    }

    private void Keep(ulong hash, double value, Move move, int depth, TranspositionTable.Bound bound) => _table!.Put(new(hash, value, move, (short)depth, bound));

    /// <summary>The moves worth searching, best first: each with its evaluation one move later, from the mover's side.</summary>
    private Span<Ordered> Order(Board board, int depth, int ply, Move? known)
    {
        while (_buffers.Count <= ply) _buffers.Add([]);
        var all = board.Moves();
        if (_buffers[ply].Length < all.Length) _buffers[ply] = new Ordered[Math.Max(all.Length, 1024)];
        var moves = _buffers[ply].AsSpan(0, all.Length);
        for (var i = 0; i < all.Length; i++)
        {
            var move = all[i];
            if (move == known && depth > 1)
            {
                moves[i] = new(move, double.NaN, double.PositiveInfinity);
                continue;
            }

            board.Make(move);
            var value = board.CountMoves() == 0 ? Won - ply - 1 : -_weights.ValueOf(board);
            board.Unmake(move);
            var history = Math.Log(1 + _goes[(move.From.Index << 7) + move.To.Index] + _flies[(move.To.Index << 7) + move.Arrow.Index]) * 0.02;
            moves[i] = new(move, value, value + history);
            if (_clock.Tick() && ply > 0) return default;
            if (_clock.IsOver) moves[(i + 1)..].Fill(new(all[0], double.NaN, double.NegativeInfinity));
            if (_clock.IsOver) break;
        }

        moves.Sort(static (a, b) => b.Rank.CompareTo(a.Rank));
        if (_clock.IsOver && ply == 0) Keep(board.Hash, moves[0].Value, moves[0].Move, 0, TranspositionTable.Bound.AtLeast);
        return depth == 1 ? moves[..Math.Min(moves.Length, 1)] : moves[..Math.Min(moves.Length, _options.Width)];
    }

    private List<Move> Line(Board board, int depth)
    {
        var line = new List<Move>();
        while (line.Count < Math.Max(depth, 1) && _table!.TryGet(board.Hash, out var entry) && board.WhyIllegal(entry.Move) is null)
        {
            line.Add(entry.Move);
            board.Make(entry.Move);
        }

        foreach (var move in Enumerable.Reverse(line)) board.Unmake(move);
        return line;
    }

    private readonly record struct Ordered(Move Move, double Value, double Rank);
}
