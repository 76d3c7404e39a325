namespace Qiansi.Documents.Comparing;

/// <summary>A decoded picture.</summary>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Rgba">Row by row, four bytes a pixel: red, green, blue, alpha (not premultiplied).</param>
internal sealed record PngImage(int Width, int Height, byte[] Rgba);
