using System.Runtime.InteropServices;

namespace Qiansi.Amazons;

/// <summary>
/// Chooses and orders the moves of an inner position, the amazon's move and its arrow apart: first where to go, by what the position is
/// worth before the arrow, then for the best of these where to shoot, by what the squares are worth to either side. What is left is
/// evaluated.
/// </summary>
/// <remarks>A thousand evaluations become about two hundred.</remarks>
internal sealed class MoveOrdering(AlphaBetaOptions options, Weights weights, MoveHistory history)
{
    private const double HistoryWeight = 0.004;

    private readonly List<(double Rank, Square From, Square To)> _goes = [];

    /// <summary>A move with what it is worth to the side that makes it.</summary>
    public readonly record struct Candidate(Move Move, double Value, double Rank);

    /// <summary>The moves worth searching, best first; fewer when the clock ends it.</summary>
    /// <param name="board">The position.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="clock">Told of each evaluation.</param>
    /// <param name="candidates">Takes them.</param>
    public void Write(Board board, int most, SearchClock clock, List<Candidate> candidates)
    {
        candidates.Clear();
        WriteGoes(board, clock);
        Span<sbyte> worth = stackalloc sbyte[128];
        MovePriors.WeighArrows(board, worth);
        Span<Square> arrows = stackalloc Square[40];
        Span<int> ranks = stackalloc int[40];
        foreach (var (_, from, to) in CollectionsMarshal.AsSpan(_goes)[..Math.Min(_goes.Count, options.Goes)])
        {
            board.Go(from, to);
            var count = board.WriteSeen(to, arrows);
            board.Go(to, from);
            for (var i = 0; i < count; i++) ranks[i] = -(4 * worth[arrows[i].Index] + history.Flies(to, arrows[i]));
            ranks[..count].Sort(arrows[..count]);
            for (var i = 0; i < Math.Min(count, options.Arrows) && !clock.IsOver; i++)
            {
                var move = new Move(from, to, arrows[i]);
                board.Make(move);
                var value = board.IsOver ? AlphaBeta.Won : -weights.ValueOf(board);
                board.Unmake(move);
                candidates.Add(new(move, value, value + HistoryWeight * (history.Goes(from, to) + history.Flies(to, move.Arrow))));
                clock.Tick();
            }
        }

        candidates.Sort(static (a, b) => b.Rank.CompareTo(a.Rank));
        if (candidates.Count > most) candidates.RemoveRange(most, candidates.Count - most);
    }

    /// <summary>Where the amazons can go, best first.</summary>
    private void WriteGoes(Board board, SearchClock clock)
    {
        _goes.Clear();
        Span<Square> targets = stackalloc Square[40];
        foreach (var amazon in board.AmazonsAt(board.ToMove))
        {
            var from = new Square(amazon);
            foreach (var to in targets[..board.WriteSeen(from, targets)])
            {
                var rank = 0.0;
                if (!clock.IsOver)
                {
                    board.Go(from, to);
                    rank = weights.ValueOf(board) + HistoryWeight * history.Goes(from, to);
                    board.Go(to, from);
                    clock.Tick();
                }

                _goes.Add((rank, from, to));
            }
        }

        _goes.Sort(static (a, b) => b.Rank.CompareTo(a.Rank));
    }
}
