namespace Qiansi.Amazons;

/// <summary>
/// Hashing of positions (Albert Zobrist, 1970): a random number for each thing on each square, all of them by exclusive or.
/// </summary>
internal static class Zobrist
{
    private const int Indices = 128;

    private static readonly ulong[] White = Numbers(1), Black = Numbers(2), Arrow = Numbers(3);

    /// <summary>What is added when Black is to move.</summary>
    public const ulong BlackToMove = 0x9E3779B97F4A7C15;

    /// <summary>What a move changes, making and taking back alike.</summary>
    public static ulong Change(Move move, Side side)
    {
        var amazons = side == Side.White ? White : Black;
        return amazons[move.From.Index] ^ amazons[move.To.Index] ^ Arrow[move.Arrow.Index] ^ BlackToMove;
    }

    /// <summary>The hash of a whole position.</summary>
    public static ulong Of(Board board)
    {
        var hash = board.ToMove == Side.Black ? BlackToMove : 0;
        foreach (var square in board.AmazonsAt(Side.White)) hash ^= White[square];
        foreach (var square in board.AmazonsAt(Side.Black)) hash ^= Black[square];
        foreach (var square in (board.Squares & ~board.Free).Squares())
            if (board.IsArrow(new Square((byte)square))) hash ^= Arrow[square];
        return hash;
    }

    private static ulong[] Numbers(ulong seed)
    {
        var numbers = new ulong[Indices];
        var state = seed * 0xD1342543DE82EF95;
        for (var i = 0; i < numbers.Length; i++) numbers[i] = SplitMix(ref state);
        return numbers;
    }

    /// <summary>SplitMix64 (Steele, Lea, Flood, 2014).</summary>
    internal static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
