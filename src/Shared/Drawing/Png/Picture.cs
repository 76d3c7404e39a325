namespace Qiansi.Drawing.Png;

/// <summary>A picture: rows from the top, pixels from the left, the channels of a pixel side by side.</summary>
public sealed class Picture
{
    /// <summary>A picture of 8 bits a sample.</summary>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="channels">1 gray, 2 gray and alpha, 3 RGB, 4 RGB and alpha.</param>
    /// <param name="samples">height × width × channels bytes; black, and transparent where there is alpha, when null.</param>
    /// <exception cref="ArgumentException">Sizes, channels and samples do not belong together.</exception>
    public Picture(int width, int height, int channels, byte[]? samples = null)
    {
        Check(width, height, channels, samples?.Length);
        (Width, Height, Channels) = (width, height, channels);
        Samples = samples ?? new byte[width * height * channels];
    }

    /// <summary>A picture of 16 bits a sample; <see cref="Samples"/> are their high bytes.</summary>
    /// <inheritdoc cref="Picture(int, int, int, byte[])" path="/param"/>
    /// <inheritdoc cref="Picture(int, int, int, byte[])" path="/exception"/>
    public Picture(int width, int height, int channels, ushort[] samples)
    {
        Check(width, height, channels, samples.Length);
        (Width, Height, Channels, WideSamples) = (width, height, channels, samples);
        Samples = [.. samples.Select(s => (byte)(s >> 8))];
    }

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>1 gray, 2 gray and alpha, 3 RGB, 4 RGB and alpha.</summary>
    public int Channels { get; }

    /// <summary>The samples, 0 to 255.</summary>
    public byte[] Samples { get; }

    /// <summary>The samples of a picture of 16 bits, 0 to 65535; null otherwise.</summary>
    public ushort[]? WideSamples { get; }

    /// <summary>A sample.</summary>
    public ref byte this[int row, int column, int channel = 0] => ref Samples[(row * Width + column) * Channels + channel];

    private static void Check(int width, int height, int channels, int? samples)
    {
        if (width < 1 || height < 1) throw new ArgumentException($"a picture has at least 1×1 pixels, not {width}×{height}");
        if (channels is < 1 or > 4) throw new ArgumentException($"a picture has 1 to 4 channels, not {channels}");
        if ((long)width * height * channels > Array.MaxLength)
            throw new ArgumentException($"{width}×{height} pixels of {channels} channels are more than one array holds");
        if (samples is { } count && count != width * height * channels)
            throw new ArgumentException(
                $"{width}×{height} pixels of {channels} channels need {width * height * channels} samples, not {count}");
    }
}
