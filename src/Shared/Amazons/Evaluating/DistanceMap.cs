namespace Qiansi.Amazons;

/// <summary>How many moves a side needs to each free square.</summary>
public static class DistanceMap
{
    /// <summary>D1: queen moves.</summary>
    /// <returns>By column and row; null where nothing gets to, and where something stands.</returns>
    public static int?[,] Queen(Board board, Side side) => Of(board, side, queen: true);

    /// <summary>D2: steps of a king.</summary>
    /// <returns>As <see cref="Queen"/>.</returns>
    public static int?[,] King(Board board, Side side) => Of(board, side, queen: false);

    private static int?[,] Of(Board board, Side side, bool queen)
    {
        var levels = new Bits[board.FreeCount + 1];
        var count = Terms.Spread(Terms.SetOf(board.AmazonsAt(side)), board.Free, levels, queen);
        var map = new int?[board.Width, board.Height];
        for (var i = 0; i < count; i++)
            foreach (var square in levels[i].Squares().Select(s => new Square((byte)s))) map[square.X, square.Y] = i + 1;
        return map;
    }
}
