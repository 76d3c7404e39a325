using System.Numerics;

namespace Qiansi.Amazons;

/// <summary>A quick guess how promising each move is: what the amazon sees from its new square, and what the arrow takes from either side.</summary>
internal static class MovePriors
{
    /// <summary>Writes the most promising moves, best first.</summary>
    /// <param name="board">The position.</param>
    /// <param name="most">How many at most.</param>
    /// <returns>The moves.</returns>
    public static Move[] Best(Board board, int most)
    {
        var count = board.CountMoves();
        if (count == 0) return [];
        var moves = new Move[count];
        board.WriteMoves(moves);
        var ranks = new float[count];
        Rank(board, moves, ranks);
        Array.Sort(ranks, moves);
        return moves[..Math.Min(count, most)];
    }

    /// <summary>Ranks; the smallest is the most promising.</summary>
    private static void Rank(Board board, ReadOnlySpan<Move> moves, Span<float> ranks)
    {
        Span<sbyte> worth = stackalloc sbyte[128];
        Span<byte> sight = stackalloc byte[128];
        Weigh(board, board.ToMove.Other(), worth, 2);
        Weigh(board, board.ToMove, worth, -1);
        var lines = board.LineOccupancies;
        foreach (var square in board.Free.Squares())
        {
            var sees = 0;
            for (var key = 4 * square; key < 4 * square + 4; key++) sees += Lines.SeenCount[1024 * Lines.Place[key] + lines[Lines.Of[key]]];
            sight[square] = (byte)sees;
        }

        for (var i = 0; i < moves.Length; i++)
        {
            var move = moves[i];
            ranks[i] = -(sight[move.To.Index] + 3 * worth[move.Arrow.Index]);
        }
    }

    /// <summary>Adds, for each free square, how many amazons of a side go there in one move, more where it is next to one.</summary>
    private static void Weigh(Board board, Side side, Span<sbyte> worth, int weight)
    {
        foreach (var amazon in board.AmazonsAt(side))
        {
            var reached = Bits.Of(amazon).QueenStep(board.Free);
            for (var low = reached.Low; low != 0; low &= low - 1) worth[BitOperations.TrailingZeroCount(low)] += (sbyte)weight;
            for (var high = reached.High; high != 0; high &= high - 1) worth[64 + BitOperations.TrailingZeroCount(high)] += (sbyte)weight;
            var near = Bits.Of(amazon).KingStep(board.Free);
            for (var low = near.Low; low != 0; low &= low - 1) worth[BitOperations.TrailingZeroCount(low)] += (sbyte)weight;
            for (var high = near.High; high != 0; high &= high - 1) worth[64 + BitOperations.TrailingZeroCount(high)] += (sbyte)weight;
        }
    }
}
