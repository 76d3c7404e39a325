namespace Qiansi.Amazons;

/// <summary>The end of a game, when no region is shared any more: each side only counts the moves that are left to it.</summary>
public static class Endgame
{
    /// <summary>What is left when the regions are apart.</summary>
    /// <param name="White">Moves that White can still make, at most.</param>
    /// <param name="Black">Moves that Black can still make, at most.</param>
    /// <param name="Winner">Who wins: the side to move needs one move more than the other.</param>
    public sealed record Count(int White, int Black, Side Winner);

    /// <summary>Counts exactly, where the amazons of the two sides share no region.</summary>
    /// <param name="board">The position.</param>
    /// <param name="budget">Moves made and taken back for each region, at most: each takes less than a microsecond.</param>
    /// <returns>Null when a region is shared, or when the budget did not suffice.</returns>
    /// <remarks>
    /// A move takes one square, so that a region of n free squares holds at most n moves; not every region can be filled.
    /// </remarks>
    public static Count? Solve(Board board, int budget = 1_000_000)
    {
        Span<int> moves = stackalloc int[2];
        var (white, black) = (Terms.SetOf(board.AmazonsAt(Side.White)), Terms.SetOf(board.AmazonsAt(Side.Black)));
        for (var open = white | black; !open.IsEmpty;)
        {
            var region = Region(Bits.Of(open.First), board.Free | white | black);
            open &= ~region;
            if (!(region & white).IsEmpty && !(region & black).IsEmpty) return null;
            var side = (region & white).IsEmpty ? Side.Black : Side.White;
            if (Longest(board, region, side, budget) is not { } longest) return null;
            moves[(int)side] += longest;
        }

        var (own, others) = (moves[(int)board.ToMove], moves[(int)board.ToMove.Other()]);
        return new(moves[0], moves[1], own > others ? board.ToMove : board.ToMove.Other());
    }

    private static Bits Region(Bits from, Bits within)
    {
        for (var next = from; !next.IsEmpty; from |= next) next = from.KingStep(within & ~from);
        return from;
    }

    /// <summary>The most moves that one side can make in a region of its own; null when the budget did not suffice.</summary>
    private static int? Longest(Board board, Bits region, Side side, int budget)
    {
        var squares = region.Squares().Select(s => new Square((byte)s));
        var amazons = squares.Where(s => board.AmazonOn(s) == side).ToArray();
        var others = (board.Squares & ~region).Squares().Select(s => new Square((byte)s));
        var (white, black) = side == Side.White ? (amazons, []) : (Array.Empty<Square>(), amazons);
        var alone = new Board(board.Width, board.Height, white, black, others, side);
        var known = new Dictionary<ulong, int>();
        var left = budget;
        var longest = Longest(alone, known, ref left);
        return left < 0 ? null : longest;
    }

    private static int Longest(Board board, Dictionary<ulong, int> known, ref int left)
    {
        if (known.TryGetValue(board.Hash, out var length)) return length;
        var bound = Reachable(board);
        left -= board.CountMoves();
        if (left < 0) return 0;
        var moves = board.Moves();
        var ranks = Array.ConvertAll(moves, m => After(board, m));
        Array.Sort(ranks, moves);
        var best = 0;
        foreach (var move in moves)
        {
            if (best == bound || left < 0) break;
            board.Make(move);
            board.Pass();
            best = Math.Max(best, 1 + Longest(board, known, ref left));
            board.Pass();
            board.Unmake(move);
        }

        if (left >= 0) known[board.Hash] = best;
        return best;
    }

    /// <summary>How promising a move is for filling, the least the most: what stays in reach, then an arrow into a corner.</summary>
    private static int After(Board board, Move move)
    {
        board.Make(move);
        board.Pass();
        var rank = Bits.Of(move.Arrow.Index).KingStep(board.Free).Count - 16 * Reachable(board);
        board.Pass();
        board.Unmake(move);
        return rank;
    }

    private static int Reachable(Board board)
    {
        var amazons = Terms.SetOf(board.AmazonsAt(board.ToMove));
        return (Region(amazons, board.Free | amazons) & board.Free).Count;
    }
}
