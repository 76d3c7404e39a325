namespace Qiansi.Amazons.Tests;

/// <summary>One of the eight ways to lay a board on itself or on its transpose, with or without the colours exchanged.</summary>
internal sealed record Symmetry(bool FlipX, bool FlipY, bool Transpose, bool Colours)
{
    public static IEnumerable<Symmetry> All => from i in Enumerable.Range(0, 16)
                                               select new Symmetry((i & 1) != 0, (i & 2) != 0, (i & 4) != 0, (i & 8) != 0);

    public Square Of(Board board, Square s)
    {
        var (x, y) = (FlipX ? board.Width - 1 - s.X : s.X, FlipY ? board.Height - 1 - s.Y : s.Y);
        return Transpose ? new(y, x) : new(x, y);
    }

    public Move Of(Board board, Move m) => new(Of(board, m.From), Of(board, m.To), Of(board, m.Arrow));

    public Board Of(Board board)
    {
        var squares = from x in Enumerable.Range(0, board.Width) from y in Enumerable.Range(0, board.Height) select new Square(x, y);
        var arrows = squares.Where(board.IsArrow).Select(s => Of(board, s));
        var (first, second) = (board.Amazons(Side.White).Select(s => Of(board, s)), board.Amazons(Side.Black).Select(s => Of(board, s)));
        if (Colours) (first, second) = (second, first);
        var (width, height) = Transpose ? (board.Height, board.Width) : (board.Width, board.Height);
        return new(width, height, first, second, arrows, Colours ? board.ToMove.Other() : board.ToMove);
    }
}
