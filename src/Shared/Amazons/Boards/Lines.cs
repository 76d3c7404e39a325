using System.Numerics;

namespace Qiansi.Amazons;

/// <summary>The 58 lines of a 10×10 board (rows, columns, diagonals of both kinds), and what a queen on one of them sees.</summary>
/// <remarks>
/// A line's occupancy is a number of ten bits, so that a queen's view along it is one look into a table of 10·1,024 entries. Two squares
/// share at most one line, which makes arrows cheap: only the line the amazon went along changes by its leaving.
/// </remarks>
internal static class Lines
{
    /// <summary>Lines of all four directions.</summary>
    public const int Count = 58;

    /// <summary>Most squares of a line.</summary>
    public const int Longest = 10;

    private const int Indices = Square.Stride * Longest;

    /// <summary>By square and direction (4·square + direction): the line.</summary>
    public static readonly byte[] Of = new byte[4 * Indices];

    /// <summary>By square and direction: the place on that line.</summary>
    public static readonly byte[] Place = new byte[4 * Indices];

    /// <summary>By line and place (10·line + place): the square.</summary>
    public static readonly byte[] SquareAt = new byte[Count * Longest];

    /// <summary>By place and occupancy (1024·place + occupancy): the free places seen on both sides, as bits.</summary>
    public static readonly ushort[] Seen = new ushort[Longest * 1024];

    /// <summary>As <see cref="Seen"/>: how many.</summary>
    public static readonly byte[] SeenCount = new byte[Longest * 1024];

    static Lines()
    {
        for (var y = 0; y < Longest; y++)
        {
            for (var x = 0; x < Longest; x++)
            {
                var square = Square.Stride * y + x;
                Put(square, 0, y, x);
                Put(square, 1, 10 + x, y);
                Put(square, 2, 20 + x - y + 9, x);
                Put(square, 3, 39 + x + y, x);
            }
        }

        for (var place = 0; place < Longest; place++)
        {
            for (var occupied = 0; occupied < 1024; occupied++)
            {
                var seen = 0;
                for (var i = place + 1; i < Longest && (occupied >> i & 1) == 0; i++) seen |= 1 << i;
                for (var i = place - 1; i >= 0 && (occupied >> i & 1) == 0; i--) seen |= 1 << i;
                Seen[1024 * place + occupied] = (ushort)seen;
                SeenCount[1024 * place + occupied] = (byte)BitOperations.PopCount((uint)seen);
            }
        }

        static void Put(int square, int direction, int line, int place)
        {
            Of[4 * square + direction] = (byte)line;
            Place[4 * square + direction] = (byte)place;
            SquareAt[Longest * line + place] = (byte)square;
        }
    }
}
