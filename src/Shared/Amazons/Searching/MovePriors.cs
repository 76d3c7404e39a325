using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Amazons;

/// <summary>
/// A quick guess how promising each move is: what the amazon sees from its new square, and what the arrow takes from either side.
/// </summary>
internal static class MovePriors
{
    private const int Ranks = 256, Middle = 64, MostSeen = 35;
    private const int LikelyGoes = 16, LikelyArrows = 6;

    /// <summary>Writes the most promising moves, best first.</summary>
    /// <param name="board">The position.</param>
    /// <param name="best">As many as it holds are written.</param>
    /// <param name="history">What cut off before; null when nothing is known of it.</param>
    /// <returns>How many were written.</returns>
    public static int Best(Board board, Span<Move> best, MoveHistory? history = null)
    {
        var room = MostMoves(board);
        var (moves, ranks) = (ArrayPool<Move>.Shared.Rent(room), ArrayPool<byte>.Shared.Rent(room));
        var count = board.WriteMoves(moves);
        Rank(board, moves.AsSpan(0, count), ranks, history);

        // Sorting by counting: how many moves have each rank says where each begins.
        Span<int> places = stackalloc int[Ranks];
        places.Clear();
        foreach (var rank in ranks.AsSpan(0, count)) places[rank]++;
        var before = 0;
        for (var rank = Ranks - 1; rank >= 0; rank--) (places[rank], before) = (before, before + places[rank]);
        for (var i = 0; i < count; i++)
        {
            var place = places[ranks[i]]++;
            if (place < best.Length) best[place] = moves[i];
        }

        ArrayPool<Move>.Shared.Return(moves);
        ArrayPool<byte>.Shared.Return(ranks);
        return Math.Min(count, best.Length);
    }

    /// <summary>
    /// About the most promising moves, best first, in a part of the time: where to go is chosen first, then where to shoot from there.
    /// </summary>
    /// <param name="board">The position.</param>
    /// <param name="likely">As many as it holds are written.</param>
    /// <param name="history">What cut off before.</param>
    /// <returns>How many were written.</returns>
    [SkipLocalsInit]
    public static int Likely(Board board, Span<Move> likely, MoveHistory history)
    {
        const int Squares = 128;
        Span<sbyte> worth = stackalloc sbyte[Squares];
        WeighArrows(board, worth);
        Span<Square> seen = stackalloc Square[MostSeen + 1];
        var amazons = board.AmazonsAt(board.ToMove);
        // What is sorted are numbers: the rank, then what it is the rank of.
        var goes = amazons.Length <= 8 ? stackalloc int[8 * MostSeen] : new int[amazons.Length * MostSeen];
        var count = 0;
        foreach (var amazon in amazons)
        {
            var from = new Square(amazon);
            foreach (var to in seen[..board.WriteSeen(from, seen)])
                goes[count++] = -((((board.Sight(to.Index) + history.Goes(from, to)) * Squares) + from.Index) * Squares + to.Index);
        }

        goes = goes[..count];
        goes.Sort();
        goes = goes[..Math.Min(count, LikelyGoes)];
        Span<int> arrows = stackalloc int[MostSeen], all = stackalloc int[LikelyGoes * LikelyArrows];
        count = 0;
        for (var i = 0; i < goes.Length; i++)
        {
            var (rank, from, to) = Parts(goes[i]);
            board.Go(from, to);
            var shots = board.WriteSeen(to, seen);
            board.Go(to, from);
            for (var j = 0; j < shots; j++)
            {
                var whole = Math.Max(Middle + rank + 3 * worth[seen[j].Index] + history.Flies(to, seen[j]), 0);
                arrows[j] = -(whole * Squares + seen[j].Index);
            }

            arrows[..shots].Sort();
            foreach (var arrow in arrows[..Math.Min(shots, LikelyArrows)]) all[count++] = arrow * LikelyGoes - i;
        }

        all[..count].Sort();
        count = Math.Min(count, likely.Length);
        for (var k = 0; k < count; k++)
        {
            var (_, from, to) = Parts(goes[-all[k] % LikelyGoes]);
            likely[k] = new(from, to, new((byte)(-all[k] / LikelyGoes % Squares)));
        }

        return count;

        static (int Rank, Square From, Square To) Parts(int go) =>
            (-go / (Squares * Squares), new((byte)(-go / Squares % Squares)), new((byte)(-go % Squares)));
    }

    /// <summary>How much worse for the other side than for the side to move it is that an arrow comes down, by square.</summary>
    /// <param name="board">The position.</param>
    /// <param name="worth">By index of the square, 128 in all.</param>
    public static void WeighArrows(Board board, Span<sbyte> worth)
    {
        worth.Clear();
        Weigh(board, board.ToMove.Other(), worth, 2);
        Weigh(board, board.ToMove, worth, -1);
    }

    /// <summary>
    /// Not fewer than the position has: from each square an amazon goes to, it shoots at no more than a queen sees of an empty board.
    /// </summary>
    private static int MostMoves(Board board)
    {
        var goes = 0;
        foreach (var amazon in board.AmazonsAt(board.ToMove)) goes += board.Sight(amazon);
        return goes * MostSeen;
    }

    /// <summary>Ranks; the largest is the most promising.</summary>
    [SkipLocalsInit]
    private static void Rank(Board board, ReadOnlySpan<Move> moves, Span<byte> ranks, MoveHistory? history)
    {
        Span<sbyte> worth = stackalloc sbyte[128];
        Span<byte> sight = stackalloc byte[128];
        WeighArrows(board, worth);
        for (var free = board.Free; !free.IsEmpty; free = free.WithoutFirst()) sight[free.First] = (byte)board.Sight(free.First);
        for (var i = 0; i < moves.Length; i++)
        {
            var move = moves[i];
            var rank = Middle + sight[move.To.Index] + 3 * worth[move.Arrow.Index];
            if (history is not null) rank += history.Goes(move.From, move.To) + history.Flies(move.To, move.Arrow);
            ranks[i] = (byte)Math.Clamp(rank, 0, Ranks - 1);
        }
    }

    /// <summary>Adds, for each free square, how many amazons of a side go there in one move, more where it is next to one.</summary>
    private static void Weigh(Board board, Side side, Span<sbyte> worth, int weight)
    {
        foreach (var amazon in board.AmazonsAt(side))
        {
            Add(Bits.Of(amazon).QueenStep(board.Free), worth, weight);
            Add(Bits.Of(amazon).KingStep(board.Free), worth, weight);
        }

        static void Add(Bits squares, Span<sbyte> worth, int weight)
        {
            for (var low = squares.Low; low != 0; low &= low - 1) worth[BitOperations.TrailingZeroCount(low)] += (sbyte)weight;
            for (var high = squares.High; high != 0; high &= high - 1) worth[64 + BitOperations.TrailingZeroCount(high)] += (sbyte)weight;
        }
    }
}
