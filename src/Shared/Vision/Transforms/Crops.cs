using static Qiansi.torch;

namespace Qiansi.Vision.Transforms;

/// <summary>Parts of pictures.</summary>
internal static class Crops
{
    public static Tensor At(Tensor image, long top, long left, long height, long width)
    {
        if (image.dim() < 2 || height < 1 || width < 1 || top < 0 || left < 0 || height > image.size(-2) - top || width > image.size(-1) - left)
            throw new ArgumentException($"crop: a part of {height}×{width} at row {top}, column {left} is not inside a picture of shape [{string.Join(", ", image.shape)}]; pad it first");
        return image.slice(image.dim() - 2, top, top + height, 1).slice(image.dim() - 1, left, left + width, 1);
    }
}
