namespace Qiansi.Amazons.Tests;

internal static class RandomPosition
{
    public static Board Of(int width, int height, int seed)
    {
        var random = new Random(seed);
        var squares = Enumerable.Range(0, width * height).Select(i => new Square(i % width, i / width)).ToArray();
        random.Shuffle(squares);
        var (white, black, arrows) = (random.Next(0, 5), random.Next(0, 5), random.Next(0, width * height - 8));
        return new(width, height, squares[..white], squares[4..(4 + black)], squares[8..(8 + arrows)], seed % 2 == 0 ? Side.White : Side.Black);
    }

    public static Board Mirrored(Board board)
    {
        Square Mirror(Square s) => new(board.Width - 1 - s.X, s.Y);
        var arrows = from x in Enumerable.Range(0, board.Width)
                     from y in Enumerable.Range(0, board.Height)
                     where board.IsArrow(new(x, y))
                     select Mirror(new(x, y));
        return new(board.Width, board.Height, board.Amazons(Side.White).Select(Mirror), board.Amazons(Side.Black).Select(Mirror), arrows, board.ToMove);
    }
}
