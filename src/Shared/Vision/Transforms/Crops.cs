namespace Qiansi.Vision.Transforms;

/// <summary>Parts of pictures; what lies outside is 0.</summary>
internal static class Crops
{
    public static Tensor At(Tensor image, long top, long left, long height, long width)
    {
        if (image.dim() < 2 || height < 1 || width < 1)
        {
            var shape = string.Join(", ", image.shape);
            throw new ArgumentException(
                $"crop: a part of {height}×{width} of a picture [{shape}]; parts have rows and columns, pictures (…, H, W)");
        }

        long bottom = top + height, right = left + width, rows = image.size(-2), columns = image.size(-1);
        if (bottom <= 0 || right <= 0 || top >= rows || left >= columns) return image.new_zeros([.. image.shape[..^2], height, width]);
        var inside = image
            .slice(image.dim() - 2, Math.Max(0, top), Math.Min(rows, bottom), 1)
            .slice(image.dim() - 1, Math.Max(0, left), Math.Min(columns, right), 1);
        long[] frame = [Math.Max(0, -left), Math.Max(0, right - columns), Math.Max(0, -top), Math.Max(0, bottom - rows)];
        return frame.Max() == 0 ? inside : nn.functional.pad(inside, frame);
    }

    /// <summary>
    /// The middle, as torchvision finds it: half pixels before a part are rounded to the even number; of the frame around a small picture
    /// the greater half comes after it.
    /// </summary>
    public static Tensor Center(Tensor image, long height, long width) =>
        At(image, Before(image.size(-2), height), Before(image.size(-1), width), height, width);

    private static long Before(long size, long part) => size < part ? -((part - size) / 2) : (long)Math.Round((size - part) / 2.0);
}
