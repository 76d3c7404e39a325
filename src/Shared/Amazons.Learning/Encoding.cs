using static Qiansi.torch;

namespace Qiansi.Amazons.Learning;

/// <summary>Positions as the net reads them, squares as it numbers them: row by row, whoever is to move is "own".</summary>
internal static class Encoding
{
    public static int Place(Square square, int size) => size * square.Y + square.X;

    /// <summary>(N, 4, size, size).</summary>
    public static Tensor Planes(IReadOnlyList<Board> boards, int size)
    {
        var numbers = new float[boards.Count * PolicyValueNet.Planes * size * size];
        for (var i = 0; i < boards.Count; i++) Write(boards[i], size, numbers.AsSpan(i * PolicyValueNet.Planes * size * size));
        return tensor(numbers, [boards.Count, PolicyValueNet.Planes, size, size]);
    }

    /// <summary>The planes of one position.</summary>
    /// <exception cref="ArgumentException">The board has another size than the net.</exception>
    public static void Write(Board board, int size, Span<float> planes)
    {
        if (board.Width != size || board.Height != size)
            throw new ArgumentException($"the net plays on {size}×{size}, the board has {board.Width}×{board.Height} squares");
        var area = size * size;
        for (var place = 0; place < area; place++)
        {
            var square = new Square(place % size, place / size);
            planes[3 * area + place] = 1;
            if (board.AmazonOn(square) is { } side) planes[(side == board.ToMove ? 0 : area) + place] = 1;
            else if (!board.IsFree(square)) planes[2 * area + place] = 1;
        }
    }
}
