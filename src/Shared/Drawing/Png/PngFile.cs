namespace Qiansi.Drawing.Png;

/// <summary>PNG files (ISO/IEC 15948).</summary>
public static class PngFile
{
    /// <summary>
    /// Reads a file: every colour type, depth and filter, interlaced or not. Palettes become RGB, with alpha where the file has
    /// transparency; 1, 2 and 4 bits become 8.
    /// </summary>
    /// <exception cref="InvalidDataException">It is no whole PNG; the message names the file and what is wrong.</exception>
    public static Picture Read(string path)
    {
        try
        {
            return PngReader.Read(File.ReadAllBytes(path));
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <inheritdoc cref="Read(string)"/>
    public static Picture Decode(ReadOnlySpan<byte> bytes) => PngReader.Read(bytes);

    /// <summary>Writes a file of 8 bits a sample, or 16 where the picture has them.</summary>
    public static void Write(string path, Picture picture) => File.WriteAllBytes(path, Encode(picture));

    /// <summary>The bytes of a file.</summary>
    /// <inheritdoc cref="Write"/>
    public static byte[] Encode(Picture picture) => PngWriter.Write(picture);

    /// <summary>The picture as a <c>data:</c> URI, to stand in a page.</summary>
    public static string DataUri(Picture picture) => "data:image/png;base64," + Convert.ToBase64String(Encode(picture));
}
