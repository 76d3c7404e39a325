namespace Qiansi.Amazons.Tests;

internal static class RandomPosition
{
    public static Board Of(int width, int height, int seed)
    {
        var random = new Random(seed);
        var squares = Enumerable.Range(0, width * height).Select(i => new Square(i % width, i / width)).ToArray();
        random.Shuffle(squares);
        var (white, black, arrows) = (random.Next(0, 5), random.Next(0, 5), random.Next(0, width * height - 8));
        var toMove = seed % 2 == 0 ? Side.White : Side.Black;
        return new(width, height, squares[..white], squares[4..(4 + black)], squares[8..(8 + arrows)], toMove);
    }
}
