
namespace Qiansi.Data.Synthetic;

/// <summary>
/// Points of a plane that a network learns to tell apart. The same seed gives the same points; classes come in random order.
/// </summary>
public static class Points
{
    /// <summary>Arms of a spiral, wound one and a half times around the origin, within the unit circle.</summary>
    /// <param name="count">How many points.</param>
    /// <param name="classes">How many arms.</param>
    /// <param name="noise">Standard deviation of what is added to each coordinate.</param>
    /// <param name="seed">Which points.</param>
    public static LabelledPoints Spirals(int count, int classes = 3, double noise = 0.02, long seed = 0) =>
        Make(count, classes, noise, seed, (generator, label) =>
    {
        var along = Math.Sqrt(generator.NextDouble());
        var angle = 2 * Math.PI * (label / (double)classes + 1.5 * along);
        return (along * Math.Cos(angle), along * Math.Sin(angle));
    });

    /// <summary>Two half circles that reach into each other.</summary>
    /// <inheritdoc cref="Spirals" path="/param"/>
    public static LabelledPoints Moons(int count, double noise = 0.1, long seed = 0) => Make(count, 2, noise, seed, (generator, label) =>
    {
        var angle = Math.PI * generator.NextDouble();
        return label == 0 ? (Math.Cos(angle), Math.Sin(angle)) : (1 - Math.Cos(angle), 0.5 - Math.Sin(angle));
    });

    /// <summary>Clouds around points of a circle of radius 1.</summary>
    /// <inheritdoc cref="Spirals" path="/param"/>
    public static LabelledPoints Blobs(int count, int classes = 3, double noise = 0.2, long seed = 0) =>
        Make(count, classes, noise, seed, (_, label) =>
    {
        var angle = 2 * Math.PI * label / classes;
        return (Math.Cos(angle), Math.Sin(angle));
    });

    /// <summary>A ring around a smaller one.</summary>
    /// <inheritdoc cref="Spirals" path="/param"/>
    public static LabelledPoints Rings(int count, double noise = 0.05, long seed = 0) => Make(count, 2, noise, seed, (generator, label) =>
    {
        var angle = 2 * Math.PI * generator.NextDouble();
        var radius = label == 0 ? 1 : 0.5;
        return (radius * Math.Cos(angle), radius * Math.Sin(angle));
    });

    /// <summary>The squares of a board from −1 to 1, black and white.</summary>
    /// <param name="count">How many points.</param>
    /// <param name="squares">Squares a side.</param>
    /// <param name="seed">Which points.</param>
    public static LabelledPoints Checkerboard(int count, int squares = 4, long seed = 0)
    {
        if (squares < 2) throw new ArgumentOutOfRangeException(nameof(squares), squares, "a board has at least 2 squares a side");
        return Make(count, 2, 0, seed, (generator, label) =>
        {
            while (true)
            {
                var (x, y) = (generator.NextDouble(), generator.NextDouble());
                if (((int)(x * squares) + (int)(y * squares)) % 2 == label) return (2 * x - 1, 2 * y - 1);
            }
        });
    }

    private static LabelledPoints Make(int count, int classes, double noise, long seed, Func<CpuGenerator, int, (double X, double Y)> place)
    {
        if (count < 0) throw new ArgumentOutOfRangeException(nameof(count), count, "a number of points is not negative");
        if (classes < 1) throw new ArgumentOutOfRangeException(nameof(classes), classes, "there is at least one class");
        var generator = new CpuGenerator((ulong)seed);
        var order = new int[count];
        Permutation.Fill(generator, order.AsSpan());
        var points = new LabelledPoints(new float[count], new float[count], [.. order.Select(i => i % classes)]);
        for (var i = 0; i < count; i++)
        {
            var (x, y) = place(generator, points.Labels[i]);
            points.X[i] = (float)NormalFill.Next(generator, x, noise);
            points.Y[i] = (float)NormalFill.Next(generator, y, noise);
        }

        return points;
    }
}
