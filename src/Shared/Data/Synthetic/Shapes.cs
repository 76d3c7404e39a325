using Qiansi.Drawing.Png;

namespace Qiansi.Data.Synthetic;

/// <summary>
/// Pictures of coloured circles, rectangles and triangles on a noisy ground, with their boxes: for a detector to learn. The same seed gives
/// the same pictures.
/// </summary>
public static class Shapes
{
    /// <summary>Draws pictures.</summary>
    /// <param name="count">How many.</param>
    /// <param name="size">Rows and columns, at least 16.</param>
    /// <param name="maximumShapes">Each has one to so many shapes, as many as find room without touching.</param>
    /// <param name="seed">Which pictures.</param>
    public static IReadOnlyList<ShapePicture> Make(int count, int size = 64, int maximumShapes = 3, long seed = 0)
    {
        if (count < 0) throw new ArgumentOutOfRangeException(nameof(count), count, "a number of pictures is not negative");
        if (size < 16) throw new ArgumentOutOfRangeException(nameof(size), size, "a picture has at least 16×16 pixels");
        if (maximumShapes < 1)
            throw new ArgumentOutOfRangeException(nameof(maximumShapes), maximumShapes, "a picture has at least one shape");
        var generator = new CpuGenerator((ulong)seed);
        return [.. Enumerable.Range(0, count).Select(_ => Draw(generator, size, maximumShapes))];
    }

    private static ShapePicture Draw(CpuGenerator generator, int size, int maximumShapes)
    {
        int Below(int limit) => (int)(generator.Next() % (uint)limit);
        var picture = new Picture(size, size, 3);
        var ground = (R: Below(80), G: Below(80), B: Below(80));
        for (var i = 0; i < picture.Samples.Length; i += 3)
            for (var c = 0; c < 3; c++) picture.Samples[i + c] = (byte)((c == 0 ? ground.R : c == 1 ? ground.G : ground.B) + Below(30));
        var boxes = new List<ShapeBox>();
        var wanted = 1 + Below(maximumShapes);
        for (var attempt = 0; boxes.Count < wanted && attempt < 20 * maximumShapes; attempt++)
        {
            var kind = (ShapeKind)Below(3);
            int width = size / 6 + Below(size / 4), height = kind == ShapeKind.Circle ? width : size / 6 + Below(size / 4);
            int left = Below(size - width), top = Below(size - height);
            var box = new ShapeBox(kind, left, top, left + width, top + height);
            if (boxes.Any(
                b => b.Left - 1 < box.Right && box.Left - 1 < b.Right && b.Top - 1 < box.Bottom && box.Top - 1 < b.Bottom)) continue;
            (int R, int G, int B) color = (130 + Below(126), 130 + Below(126), 130 + Below(126));
            boxes.Add(Fill(picture, box, color));
        }

        return new ShapePicture(picture, boxes);
    }

    /// <summary>Fills the shape of a box.</summary>
    /// <returns>The box of the pixels that were filled: a triangle's tip can be narrower than a pixel.</returns>
    private static ShapeBox Fill(Picture picture, ShapeBox box, (int R, int G, int B) color)
    {
        int left = box.Right, top = box.Bottom, right = box.Left, bottom = box.Top;
        for (var y = box.Top; y < box.Bottom; y++)
        {
            // Half the row's width, in parts of the box.
            var down = (y + 0.5 - box.Top) / (box.Bottom - box.Top);
            var half = box.Kind switch
            {
                ShapeKind.Circle => Math.Sqrt(Math.Max(0, 0.25 - (down - 0.5) * (down - 0.5))),
                ShapeKind.Triangle => down / 2,
                _ => 0.5,
            };
            for (var x = box.Left; x < box.Right; x++)
            {
                if (Math.Abs((x + 0.5 - box.Left) / (box.Right - box.Left) - 0.5) > half) continue;
                (picture[y, x], picture[y, x, 1], picture[y, x, 2]) = ((byte)color.R, (byte)color.G, (byte)color.B);
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x + 1), Math.Max(bottom, y + 1));
            }
        }

        return new ShapeBox(box.Kind, left, top, right, bottom);
    }
}
