namespace Qiansi.Amazons;

/// <summary>
/// Alpha-beta grown up: iterative deepening with aspiration windows, a transposition table, the amazon's move and its arrow ordered apart
/// (by evaluation, and by what cut off before), selective width, and reductions of late moves.
/// </summary>
/// <remarks>
/// The Amazons' thousand moves make full width hopeless beyond two moves. <see cref="AlphaBetaOptions"/> says how many are searched; what
/// is lost by that, matches tell. A loss is proven only where every move was looked at.
/// </remarks>
public sealed class AlphaBeta : IEngine
{
    /// <summary>The value of a won position; quicker wins are worth more.</summary>
    internal const double Won = 1000;

    /// <summary>What a position counts in which all moves that were looked at lose, but not all were looked at.</summary>
    private const double Hopeless = -50;

    private const double Window = 0.6;
    private const int LateFrom = 4, LaterFrom = 16;
    private const int MostMoves = 4096;

    private readonly AlphaBetaOptions _options;
    private readonly Weights _weights;
    private readonly MoveHistory _history = new();
    private readonly MoveOrdering _ordering;
    private readonly TranspositionTable _table;
    private readonly List<List<MoveOrdering.Candidate>> _candidates = [];
    private readonly Move[] _moves;
    private SearchClock _clock = new(new(), default);
    private (Move Move, double Value)? _best;

    /// <summary>An engine with a table of its own.</summary>
    /// <param name="options">Widths and memory.</param>
    /// <param name="weights">Of the evaluation.</param>
    public AlphaBeta(AlphaBetaOptions? options = null, Weights? weights = null)
    {
        (_options, _weights) = (options ?? new(), weights ?? Weights.Default);
        _ordering = new(_options, _weights, _history);
        _table = new(_options.TableBytes);
        _moves = new Move[Math.Min(_options.LastWidth, MostMoves)];
    }

    /// <inheritdoc />
    public string Name { get; init; } = "alpha-beta";

    /// <summary>Memory of the transposition table, in bytes.</summary>
    public long Bytes => _table.Bytes;

    /// <inheritdoc />
    public SearchReport Search(
        Board board, SearchLimits limits, IProgress<SearchReport>? progress = null, CancellationToken cancellation = default)
    {
        _clock = new(limits, cancellation);
        _history.Clear();
        var (at, values) = (board.Clone(), new List<double>());
        return Deepening.Run(board, limits, _clock, progress, depth =>
        {
            _best = null;
            Aspire(at, depth, values);
            if (_best is not { } best) return null;
            values.Add(best.Value);
            return new(best.Value, Line(at, best.Move, depth));
        });
    }

    /// <inheritdoc />
    public void Reset() => _table.Clear();

    /// <summary>A round: first in a window around the value of two rounds before, when the same side had the last word.</summary>
    private void Aspire(Board board, int depth, List<double> values)
    {
        if (values.Count >= 2)
        {
            var (low, high) = (values[^2] - Window, values[^2] + Window);
            var value = Negamax(board, depth, low, high, 0);
            if (_clock.IsOver || (value > low && value < high)) return;
        }

        Negamax(board, depth, -2 * Won, 2 * Won, 0);
    }

    private double Negamax(Board board, int depth, double alpha, double beta, int ply)
    {
        if (_clock.Tick()) return 0;
        if (board.IsOver) return ply - Won;
        if (depth <= 0) return _weights.ValueOf(board);
        var known = _table.TryGet(board.Hash, out var entry);
        if (known && entry.Depth >= depth && ply > 0 && entry.Decides(alpha, beta)) return entry.Value;
        var first = known && board.WhyIllegal(entry.Move) is null ? entry.Move : default(Move?);
        return depth == 1 && ply > 0 ? Last(board, alpha, beta, ply, first) : Inner(board, depth, alpha, beta, ply, first);
    }

    /// <summary>A position whose moves are searched on.</summary>
    private double Inner(Board board, int depth, double alpha, double beta, int ply, Move? first)
    {
        var from = alpha;
        var (best, bestMove, index) = (double.NegativeInfinity, default(Move), 0);
        // What was best before comes before the trouble of ordering the rest.
        if (first is { } remembered)
        {
            best = Descend(board, remembered, index++, depth, alpha, beta, ply);
            if (_clock.IsOver) return 0;
            bestMove = remembered;
            Note(remembered, best, ply);
            alpha = Math.Max(alpha, best);
        }

        if (alpha < beta)
        {
            while (_candidates.Count <= ply) _candidates.Add([]);
            var candidates = _candidates[ply];
            _ordering.Write(board, ply == 0 ? int.MaxValue : _options.Width, _clock, candidates);
            if (first is null && depth == 1 && candidates.Count > 0) Note(candidates[0].Move, candidates[0].Value, ply);
            if (_clock.IsOver) return 0;
            foreach (var (move, _, _) in candidates)
            {
                if (move == first) continue;
                var value = Descend(board, move, index++, depth, alpha, beta, ply);
                if (_clock.IsOver) return 0;
                if (value > best) (best, bestMove) = (value, move);
                if (value > alpha || index == 1) Note(move, value, ply);
                alpha = Math.Max(alpha, value);
                if (alpha >= beta) break;
                _history.Blame(move);
            }
        }

        if (best >= beta) _history.Praise(bestMove);
        if (best < -Won / 2 && best < beta && _candidates[ply].Count < board.CountMoves())
        {
            best = Hopeless;
            Note(bestMove, best, ply);
        }

        return Keep(board, best, first, bestMove, depth, from, beta);
    }

    /// <summary>
    /// The value of a move: late ones are first searched less deeply, and all but the first only for whether they are better.
    /// </summary>
    private double Descend(Board board, Move move, int index, int depth, double alpha, double beta, int ply)
    {
        var reduced = Math.Min(depth - 2, index < LateFrom ? 0 : index < LaterFrom ? 1 : 2);
        board.Make(move);
        var value = index == 0
            ? -Negamax(board, depth - 1, -beta, -alpha, ply + 1)
            : -Negamax(board, depth - 1 - Math.Max(reduced, 0), -alpha - 1e-9, -alpha, ply + 1);
        if (index > 0 && value > alpha && (reduced > 0 || value < beta)) value = -Negamax(board, depth - 1, -beta, -alpha, ply + 1);
        board.Unmake(move);
        return value;
    }

    /// <summary>A position whose moves are only evaluated.</summary>
    private double Last(Board board, double alpha, double beta, int ply, Move? first)
    {
        var from = alpha;
        var all = _options.LastWidth == int.MaxValue;
        var count = all ? MovePriors.Best(board, _moves, _history) : MovePriors.Likely(board, _moves, _history);
        var moves = _moves.AsSpan(0, count);
        var (best, bestMove) = (double.NegativeInfinity, default(Move));
        for (var i = first is null ? 0 : -1; i < moves.Length; i++)
        {
            var move = i < 0 ? first!.Value : moves[i];
            if (i >= 0 && move == first) continue;
            board.Make(move);
            var value = board.IsOver ? Won - ply - 1 : -_weights.ValueOf(board);
            board.Unmake(move);
            if (value > best) (best, bestMove) = (value, move);
            if (_clock.Tick()) return 0;
            if (value >= beta) break;
            alpha = Math.Max(alpha, value);
        }

        if (best >= beta) _history.Praise(bestMove);
        return Keep(board, best, first, bestMove, 1, from, beta);
    }

    /// <summary>
    /// At the root, what is best so far counts when time runs out: the first move, which was best before, and what was better than that.
    /// What only is not known to be as bad does not count.
    /// </summary>
    private void Note(Move move, double value, int ply)
    {
        if (ply == 0) _best = (move, value);
    }

    private double Keep(Board board, double value, Move? first, Move best, int depth, double alpha, double beta)
    {
        var bound = value <= alpha ? Bound.AtMost : value >= beta ? Bound.AtLeast : Bound.Exact;
        // Where no move was good enough, none is known to be the best: the one that was before stays.
        var move = bound == Bound.AtMost && first is { } known ? known : best;
        _table.Put(new(board.Hash, value, move, (short)depth, bound));
        return value;
    }

    /// <summary>What both sides are expected to play, as far as the table remembers.</summary>
    private List<Move> Line(Board board, Move first, int depth)
    {
        var line = new List<Move> { first };
        board.Make(first);
        while (line.Count < depth && _table.TryGet(board.Hash, out var entry) && board.WhyIllegal(entry.Move) is null)
        {
            line.Add(entry.Move);
            board.Make(entry.Move);
        }

        foreach (var move in Enumerable.Reverse(line)) board.Unmake(move);
        return line;
    }
}
