
namespace Qiansi.Data.Digits;

/// <summary>
/// Digits drawn by the program, for machines without network: strokes of a digit, bent, turned, sheared, thick or thin, blurred at the
/// edges as MNIST's are, with a little noise. The same seed gives the same pictures.
/// </summary>
public static class GeneratedDigits
{
    /// <summary>Rows and pixels of a picture, as MNIST's.</summary>
    public const int Size = 28;

    /// <summary>The box a digit's strokes fill before they are turned, as MNIST's digits fill 20 of 28 pixels.</summary>
    private const float Box = 19;

    /// <summary>Draws digits, all ten alike in number.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Which.</param>
    public static LabelledImages Make(int count, long seed = 0)
    {
        if (count < 0) throw new ArgumentOutOfRangeException(nameof(count), count, "a number of pictures is not negative");
        var generator = new CpuGenerator((ulong)seed);
        var pixels = new byte[count * Size * Size];
        var labels = new int[count];
        Permutation.Fill(generator, labels.AsSpan());
        for (var i = 0; i < count; i++)
        {
            labels[i] %= 10;
            Draw(generator, labels[i], pixels.AsSpan(i * Size * Size, Size * Size));
        }

        return new LabelledImages(pixels, [.. labels.Select(l => (byte)l)], Size, Size, "generated");
    }

    private static void Draw(CpuGenerator generator, int digit, Span<byte> pixels)
    {
        float Between(float low, float high) => low + (high - low) * generator.NextSingle();
        float Normal(float deviation) => (float)NormalFill.Next(generator, 0, deviation);
        var variants = DigitSkeletons.Variants[digit];
        var strokes = variants[generator.Next() % variants.Length];
        var turn = Normal(0.1f);
        var shear = Normal(0.18f);
        var (width, height) = (Box * Between(0.72f, 1.05f), Box * Between(0.88f, 1.05f));
        var (sin, cos) = MathF.SinCos(turn);
        var (centerX, centerY) = (Size / 2f + Normal(0.7f), Size / 2f + Normal(0.7f));
        var segments = new List<Segment>();
        foreach (var stroke in strokes)
        {
            var points = stroke.Select(p => (X: p.X - 0.5f + Normal(0.022f), Y: p.Y - 0.5f + Normal(0.022f))).ToArray();
            if (stroke[0] == stroke[^1]) points[^1] = (points[0].X + Normal(0.02f), points[0].Y + Normal(0.02f));
            var curve = Smooth(points).Select(p => (X: (p.X - shear * p.Y) * width, Y: p.Y * height))
                .Select(p => (X: centerX + p.X * cos - p.Y * sin, Y: centerY + p.X * sin + p.Y * cos)).ToArray();
            for (var i = 1; i < curve.Length; i++) segments.Add(new Segment(curve[i - 1].X, curve[i - 1].Y, curve[i].X, curve[i].Y));
        }

        var radius = Between(0.85f, 1.75f);
        var softness = Between(0.7f, 1.1f);
        var ink = Between(0.88f, 1f);
        var noise = Between(0, 0.05f);
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                var distance = float.MaxValue;
                foreach (var segment in segments) distance = MathF.Min(distance, segment.Distance(x + 0.5f, y + 0.5f));
                var value = Math.Clamp((radius - distance) / softness + 0.5f, 0, 1) * ink;
                if (value > 0) value += Normal(noise);
                pixels[y * Size + x] = (byte)Math.Clamp(255 * value, 0, 255);
            }
        }
    }

    /// <summary>Points of Catmull and Rom's curve through the given ones.</summary>
    private static IEnumerable<(float X, float Y)> Smooth((float X, float Y)[] points)
    {
        const int Steps = 6;
        for (var i = 0; i + 1 < points.Length; i++)
        {
            var (before, from, to, after) = (points[Math.Max(0, i - 1)], points[i], points[i + 1],
                points[Math.Min(points.Length - 1, i + 2)]);
            for (var step = 0; step < Steps; step++)
            {
                var t = step / (float)Steps;
                yield return (Spline(before.X, from.X, to.X, after.X, t), Spline(before.Y, from.Y, to.Y, after.Y, t));
            }
        }

        yield return points[^1];
    }

    private static float Spline(float before, float from, float to, float after, float t) =>
        0.5f * (2 * from + t * (to - before + t * (2 * before - 5 * from + 4 * to - after + t * (3 * from - before - 3 * to + after))));

    /// <summary>A straight piece of a stroke.</summary>
    private readonly record struct Segment(float X1, float Y1, float X2, float Y2)
    {
        /// <summary>How far a point is from it.</summary>
        public float Distance(float x, float y)
        {
            float dx = X2 - X1, dy = Y2 - Y1, length = dx * dx + dy * dy;
            var t = length > 0 ? Math.Clamp(((x - X1) * dx + (y - Y1) * dy) / length, 0, 1) : 0;
            float offX = x - X1 - t * dx, offY = y - Y1 - t * dy;
            return MathF.Sqrt(offX * offX + offY * offY);
        }
    }
}
