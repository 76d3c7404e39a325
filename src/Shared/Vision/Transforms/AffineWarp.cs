using static Qiansi.torch;

namespace Qiansi.Vision.Transforms;

/// <summary>Pictures turned, moved, scaled and sheared around their middle: each new pixel looks up where it came from and takes the mean of the four pixels around there.</summary>
internal static class AffineWarp
{
    public static Tensor Run(Tensor image, double angle, (double Right, double Down) shift, double scale, double shear)
    {
        if (image.dim() < 2 || !image.is_floating_point()) throw new ArgumentException($"affine: pictures are of floating point and shape (…, H, W), not {image.dtype} [{string.Join(", ", image.shape)}]");
        if (!(scale > 0)) throw new ArgumentException($"affine: the scale is positive, not {scale}");
        if (Math.Abs(shear) >= 90) throw new ArgumentException($"affine: rows are sheared by less than 90 degrees, not {shear}");
        var (height, width) = ((int)image.size(-2), (int)image.size(-1));
        var from = image.ToArray<float>();
        var to = new float[from.Length];
        var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
        var slant = Math.Tan(shear * Math.PI / 180);
        double middleX = (width - 1) / 2.0, middleY = (height - 1) / 2.0;
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                // out = R · S · in + shift, so in = S⁻¹ · R⁻¹ · (out − shift)
                double x = column - middleX - shift.Right, y = row - middleY - shift.Down;
                double turnedX = (cos * x + sin * y) / scale, turnedY = (cos * y - sin * x) / scale;
                Sample(from, to, height, width, row * width + column, turnedX - slant * turnedY + middleX, turnedY + middleY);
            }
        }

        return tensor(to, image.shape).to(image.dtype);
    }

    /// <summary>One pixel of all pictures and channels.</summary>
    private static void Sample(float[] from, float[] to, int height, int width, int pixel, double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (partX, partY) = ((float)(x - left), (float)(y - top));
        for (var plane = 0; plane < from.Length; plane += height * width)
        {
            float At(int row, int column) => row >= 0 && row < height && column >= 0 && column < width ? from[plane + row * width + column] : 0;
            to[plane + pixel] = (1 - partY) * ((1 - partX) * At(top, left) + partX * At(top, left + 1)) + partY * ((1 - partX) * At(top + 1, left) + partX * At(top + 1, left + 1));
        }
    }
}
