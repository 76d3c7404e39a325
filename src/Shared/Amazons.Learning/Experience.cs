namespace Qiansi.Amazons.Learning;

/// <summary>What self-play teaches about one position.</summary>
/// <param name="Planes">The position, as the net reads it: 4·size² numbers.</param>
/// <param name="Policy">How often the search went from, to, and shot at each square: 3·size² numbers, each third adds up to 1.</param>
/// <param name="Won">1 when the side to move won the game, otherwise 0.</param>
internal sealed record Experience(float[] Planes, float[] Policy, float Won)
{
    /// <summary>The same on the board laid on itself in one of eight ways.</summary>
    public Experience Turned(int way, int size)
    {
        return new(Turn(Planes), Turn(Policy), Won);

        float[] Turn(float[] planes)
        {
            var turned = new float[planes.Length];
            for (var i = 0; i < planes.Length; i++)
            {
                var (x, y) = (i % size, i / size % size);
                if ((way & 1) != 0) x = size - 1 - x;
                if ((way & 2) != 0) y = size - 1 - y;
                if ((way & 4) != 0) (x, y) = (y, x);
                turned[i / (size * size) * size * size + size * y + x] = planes[i];
            }

            return turned;
        }
    }
}
