using Qiansi.Drawing.Png;

namespace Qiansi.Data.Synthetic;

/// <summary>Simple pictures to try image code on.</summary>
public static class TestPictures
{
    /// <summary>A board of black and white squares.</summary>
    /// <param name="size">Rows and columns.</param>
    /// <param name="square">Pixels a square.</param>
    public static Picture Checkerboard(int size = 64, int square = 8) => Gray(size, (x, y) => (x / square + y / square) % 2 == 0 ? 0 : 1);

    /// <summary>Black at the left to white at the right.</summary>
    public static Picture Gradient(int size = 64) => Gray(size, (x, _) => x / (double)(size - 1));

    /// <summary>
    /// Rings that get narrower outwards, up to half a pixel's frequency at the edge: what resampling does wrong shows in them.
    /// </summary>
    public static Picture ZonePlate(int size = 256) => Gray(size, (x, y) =>
    {
        double dx = x - (size - 1) / 2.0, dy = y - (size - 1) / 2.0;
        return 0.5 + 0.5 * Math.Cos(Math.PI * (dx * dx + dy * dy) / size);
    });

    /// <summary>Smooth colours with edges: a sky, a sun and hills.</summary>
    public static Picture Landscape(int width = 96, int height = 64)
    {
        var picture = new Picture(width, height, 3);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                double u = x / (double)width, v = y / (double)height;
                var hill = 0.72 + 0.1 * Math.Sin(7 * u) + 0.04 * Math.Sin(19 * u + 1);
                var sun = Math.Sqrt((u - 0.75) * (u - 0.75) * width * width / (height * (double)height) + (v - 0.25) * (v - 0.25)) < 0.1;
                var (r, g, b) = v > hill ? (0.15 + 0.2 * (1 - v), 0.45 - 0.2 * (v - hill), 0.15) : sun
                    ? (1.0, 0.9, 0.4) : (0.35 + 0.5 * v, 0.6 + 0.3 * v, 0.95 - 0.1 * v);
                (picture[y, x], picture[y, x, 1], picture[y, x, 2]) = ((byte)(255 * r), (byte)(255 * g), (byte)(255 * b));
            }
        }

        return picture;
    }

    private static Picture Gray(int size, Func<int, int, double> value)
    {
        var picture = new Picture(size, size, 1);
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++) picture[y, x] = (byte)Math.Round(255 * value(x, y));
        return picture;
    }
}
