using Qiansi.Amazons;

namespace Qiansi.Boards;

/// <summary>Positions of the Game of the Amazons as pictures.</summary>
public static class AmazonsPictures
{
    /// <summary>The position: ♕ White's amazons, ♛ Black's, × arrows.</summary>
    /// <param name="board">The position, as it is now.</param>
    /// <param name="last">The move that led here: where it came from, its way and its arrow's are drawn.</param>
    public static BoardPicture ToPicture(this Board board, Move? last = null)
    {
        var picture = new BoardPicture(board.Width, board.Height).WithCaption(
            board.IsOver ? $"{board.ToMove.Other()} has won" : $"{board.ToMove} to move");
        for (var y = 0; y < board.Height; y++)
        {
            for (var x = 0; x < board.Width; x++)
            {
                var square = new Square(x, y);
                if (!board.IsFree(square))
                    picture.Put(x, y, board.AmazonOn(square) switch { Side.White => "♕", Side.Black => "♛", _ => "×" });
            }
        }

        if (last is not { } move) return picture;
        return picture.Mark(move.From.X, move.From.Y, "left")
            .Arrow((move.From.X, move.From.Y), (move.To.X, move.To.Y)).Arrow(
                (move.To.X, move.To.Y), (move.Arrow.X, move.Arrow.Y), dashed: true);
    }
}
