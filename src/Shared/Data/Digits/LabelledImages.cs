namespace Qiansi.Data.Digits;

/// <summary>Gray pictures of one size, each with a class.</summary>
/// <param name="Pixels">count × height × width, 0 black to 255 white.</param>
/// <param name="Labels">The class of each picture.</param>
/// <param name="Height">Rows of a picture.</param>
/// <param name="Width">Pixels of a row.</param>
/// <param name="Source">Where they come from: <c>MNIST</c>, <c>generated</c>.</param>
public sealed record LabelledImages(byte[] Pixels, byte[] Labels, int Height, int Width, string Source)
{
    /// <summary>The number of pictures.</summary>
    public int Count => Labels.Length;

    /// <summary>The pixels of one picture.</summary>
    public ReadOnlySpan<byte> this[int index] => Pixels.AsSpan(index * Height * Width, Height * Width);
}
