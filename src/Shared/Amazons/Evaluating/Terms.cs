using System.Runtime.CompilerServices;

namespace Qiansi.Amazons;

/// <summary>What an evaluation looks at, all from White's side: positive is good for White.</summary>
/// <remarks>
/// After Jens Lieberum, <i>An evaluation function for the game of Amazons</i>, Theoretical Computer Science 349 (2005). D1 is the number
/// of queen moves an amazon of a side needs to a free square, D2 the number of king steps; a square that only one side reaches is nearer
/// to it.
/// </remarks>
/// <param name="QueenTerritory">t1: free squares nearer to White by D1, less those nearer to Black; squares equally near count ±κ = 0.2
/// for the side to move.</param>
/// <param name="KingTerritory">t2: the same by D2.</param>
/// <param name="QueenPosition">c1 = 2·Σ(2^−D1(White) − 2^−D1(Black)).</param>
/// <param name="KingPosition">c2 = Σ min(1, max(−1, (D2(Black) − D2(White))/6)).</param>
/// <param name="Mobility">Σ ln(1 + squares an amazon sees), White's less Black's: an amazon that is shut in counts most.</param>
/// <param name="Phase">w = Σ 2^−|D1(White) − D1(Black)| over squares that both reach: about the squares still fought for, 0 when the
/// regions are apart.</param>
public readonly record struct Terms(
    double QueenTerritory, double KingTerritory, double QueenPosition, double KingPosition, double Mobility, double Phase)
{
    private const double SideToMove = 0.2;
    private const int MostSteps = 64;

    /// <summary>The terms of a position.</summary>
    [SkipLocalsInit]
    public static Terms Of(Board board)
    {
        Span<Bits> white = stackalloc Bits[MostSteps], black = stackalloc Bits[MostSteps];
        var tie = board.ToMove == Side.White ? SideToMove : -SideToMove;
        var (amazonsOfWhite, amazonsOfBlack) = (SetOf(board.AmazonsAt(Side.White)), SetOf(board.AmazonsAt(Side.Black)));
        var whites = Spread(amazonsOfWhite, board.Free, white, queen: true);
        var blacks = Spread(amazonsOfBlack, board.Free, black, queen: true);
        var queenTerritory = Territory(white[..whites], black[..blacks], tie);
        var (position, phase) = (0.0, 0.0);
        for (var i = 0; i < whites; i++) position += white[i].Count * Halved[i];
        for (var i = 0; i < blacks; i++) position -= black[i].Count * Halved[i];
        for (var i = 0; i < whites; i++)
            for (var j = 0; j < blacks; j++) phase += (white[i] & black[j]).Count * Halved[Math.Abs(i - j)];

        whites = Spread(amazonsOfWhite, board.Free, white, queen: false);
        blacks = Spread(amazonsOfBlack, board.Free, black, queen: false);
        return new(
            queenTerritory, Territory(white[..whites], black[..blacks], tie), position, KingSteps(white[..whites], black[..blacks]),
            MobilityOf(board, Side.White) - MobilityOf(board, Side.Black), phase);
    }

    /// <summary>The squares by their distance: entry 0 holds those one move away, and so on.</summary>
    /// <returns>How many entries there are.</returns>
    internal static int Spread(Bits from, Bits free, Span<Bits> levels, bool queen)
    {
        var count = 0;
        while (count < levels.Length && !free.IsEmpty)
        {
            from = queen ? from.QueenStep(free) : from.KingStep(free);
            if (from.IsEmpty) break;
            levels[count++] = from;
            free &= ~from;
        }

        return count;
    }

    internal static Bits SetOf(ReadOnlySpan<byte> squares)
    {
        var set = default(Bits);
        foreach (var square in squares) set |= Bits.Of(square);
        return set;
    }

    private static double Territory(ReadOnlySpan<Bits> white, ReadOnlySpan<Bits> black, double tie)
    {
        var (byWhite, byBlack) = (default(Bits), default(Bits));
        var (nearer, ties) = (0, 0);
        for (var i = 0; i < Math.Max(white.Length, black.Length); i++)
        {
            var (newWhite, newBlack) = (i < white.Length ? white[i] : default, i < black.Length ? black[i] : default);
            var both = newWhite & newBlack;
            ties += both.Count;
            nearer += (newWhite & ~byBlack & ~both).Count - (newBlack & ~byWhite & ~both).Count;
            byWhite |= newWhite;
            byBlack |= newBlack;
        }

        return nearer + tie * ties;
    }

    /// <summary>c2; squares that one side alone reaches count 1.</summary>
    /// <remarks>The sum of differences is a difference of sums; only what is cut off at 6 has to be looked at pair by pair.</remarks>
    private static double KingSteps(ReadOnlySpan<Bits> white, ReadOnlySpan<Bits> black)
    {
        const int Most = 6;
        var (byWhite, byBlack) = (Union(white), Union(black));
        var sum = Most * ((byWhite & ~byBlack).Count - (byBlack & ~byWhite).Count);
        for (var i = 1; i < white.Length; i++) sum -= i * (white[i] & byBlack).Count;
        for (var j = 1; j < black.Length; j++) sum += j * (black[j] & byWhite).Count;
        for (var i = 0; i < white.Length; i++)
        {
            for (var j = 0; j < Math.Min(i - Most, black.Length); j++) sum += (i - j - Most) * (white[i] & black[j]).Count;
            for (var j = i + Most + 1; j < black.Length; j++) sum -= (j - i - Most) * (white[i] & black[j]).Count;
        }

        return sum / (double)Most;
    }

    private static double MobilityOf(Board board, Side side)
    {
        var sum = 0.0;
        foreach (var amazon in board.AmazonsAt(side)) sum += Logarithms[board.Sight(amazon)];
        return sum;
    }

    private static Bits Union(ReadOnlySpan<Bits> sets)
    {
        var union = default(Bits);
        foreach (var set in sets) union |= set;
        return union;
    }

    private static readonly double[] Halved = [.. Enumerable.Range(0, MostSteps).Select(i => Math.ScaleB(1, -i))];

    private static readonly double[] Logarithms = [.. Enumerable.Range(1, 128).Select(n => Math.Log(n))];
}
