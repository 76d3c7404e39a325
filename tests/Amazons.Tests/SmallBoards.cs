namespace Qiansi.Amazons.Tests;

/// <summary>Boards that brute force solves.</summary>
internal static class SmallBoards
{
    /// <summary>A 4×4 position with one amazon each and six free squares.</summary>
    public static Board End(int seed)
    {
        var squares = Enumerable.Range(0, 16).Select(i => new Square(i % 4, i / 4)).ToArray();
        new Random(seed).Shuffle(squares);
        return new(4, 4, squares[..1], squares[1..2], squares[2..10], seed % 2 == 0 ? Side.White : Side.Black);
    }

    /// <summary>Whether the side to move wins, by trying everything.</summary>
    public static bool Wins(Board board)
    {
        foreach (var move in board.Moves())
        {
            board.Make(move);
            var wins = !Wins(board);
            board.Unmake(move);
            if (wins) return true;
        }

        return false;
    }
}
