namespace Qiansi.Vision.Transforms;

/// <summary>
/// Pictures turned, moved, scaled and sheared around their middle: each new pixel looks up where it came from and takes the pixel
/// nearest to there, or the mean of the four around, weighed by distance. Directions and rounding are torchvision's.
/// </summary>
internal static class AffineWarp
{
    public static Tensor Run(
        Tensor image, double angle, (double Right, double Down) shift, double scale, double shear, InterpolationMode interpolation)
    {
        if (image.dim() < 2)
            throw new ArgumentException($"affine: pictures have the shape (…, H, W), not [{string.Join(", ", image.shape)}]");
        if (!(scale > 0)) throw new ArgumentException($"affine: the scale is positive, not {scale}");
        if (Math.Abs(shear) >= 90) throw new ArgumentException($"affine: rows are sheared by less than 90 degrees, not {shear}");
        if (interpolation is not (InterpolationMode.Nearest or InterpolationMode.Bilinear))
            throw new ArgumentException($"affine: the interpolation is Nearest or Bilinear, not {interpolation}");
        var (height, width) = ((int)image.size(-2), (int)image.size(-1));
        var from = image.to(float64).ToArray<double>();
        var to = new double[from.Length];
        var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
        var slant = Math.Tan(shear * Math.PI / 180);
        double middleX = (width - 1) / 2.0, middleY = (height - 1) / 2.0;
        Sampler sample = interpolation == InterpolationMode.Nearest ? Nearest : Bilinear;
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                // out = R · S · in + shift, so in = S⁻¹ · R⁻¹ · (out − shift); S moves a row that is y below the middle by −slant·y.
                double x = column - middleX - shift.Right, y = row - middleY - shift.Down;
                double turnedX = (cos * x + sin * y) / scale, turnedY = (cos * y - sin * x) / scale;
                double fromX = turnedX + slant * turnedY + middleX, fromY = turnedY + middleY;
                for (var plane = 0; plane < from.Length; plane += height * width)
                    to[plane + row * width + column] = sample(from.AsSpan(plane, height * width), height, width, fromX, fromY);
            }
        }

        var result = tensor(to, image.shape);
        return (image.is_floating_point() ? result : result.round()).to(image.dtype);
    }

    private delegate double Sampler(ReadOnlySpan<double> plane, int height, int width, double x, double y);

    private static double Nearest(ReadOnlySpan<double> plane, int height, int width, double x, double y) =>
        At(plane, height, width, (int)Math.Round(y), (int)Math.Round(x));

    private static double Bilinear(ReadOnlySpan<double> plane, int height, int width, double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (partX, partY) = (x - left, y - top);
        var upper = (1 - partX) * At(plane, height, width, top, left) + partX * At(plane, height, width, top, left + 1);
        var lower = (1 - partX) * At(plane, height, width, top + 1, left) + partX * At(plane, height, width, top + 1, left + 1);
        return (1 - partY) * upper + partY * lower;
    }

    private static double At(ReadOnlySpan<double> plane, int height, int width, int row, int column) =>
        row >= 0 && row < height && column >= 0 && column < width ? plane[row * width + column] : 0;
}
