using Qiansi.Tensors.Views;

namespace Qiansi.Tensors.Adapters;

/// <summary>Shows OpenCvSharp's matrices as pictures; OpenCV keeps colours as blue, green, red.</summary>
internal static class OpenCvMat
{
    /// <summary>Up to so many real numbers are a matrix to read, more of them a picture to look at.</summary>
    private const int MostNumbers = 400;

    private static readonly string[] Depths = ["8U", "8S", "16U", "16S", "32S", "32F", "64F"];

    /// <summary>The matrix as a picture; of two, or more than four, channels as feature maps.</summary>
    public static TensorPicture Show(object value)
    {
        var line = Line(value);
        if (Pixels(value) is not { } pixels) return new TensorPicture(Formatters.Span(line), line);
        var channels = pixels.size(2);
        if (channels == 1 && Depth(value) >= 5 && pixels.count <= MostNumbers)
        {
            var plane = pixels.squeeze(2);
            return new TensorPicture(TensorView.Html(plane, line, []), $"{line}\n{plane}");
        }

        var depth = Depth(value);
        double? max = depth switch { 2 when pixels.count > 0 => 65535, _ => null };
        var picture = channels is 1 or 3 or 4
            ? pixels.AsImage(ImageLayout.ChannelsLast, min: max is null ? null : 0, max: max) : pixels.permute(2, 0, 1).AsFeatureMaps();
        var html = $"{Formatters.Span(line)}{picture.Html}";
        return new TensorPicture($"<div>{html}</div>", $"{line}\n{picture.Text}");
    }

    /// <summary>The matrix in one line: <c>Mat 640×480 CV_8UC3</c>.</summary>
    public static string Line(object value)
    {
        if (Reflected.Property(value, "IsDisposed") is true) return "Mat (disposed)";
        var (rows, columns, channels) = Size(value);
        var kind = Depth(value) is var d && d < Depths.Length ? $"CV_{Depths[d]}C{channels}" : $"depth {d}, {channels} channels";
        return $"Mat {columns}×{rows} {kind}{(channels is 3 or 4 ? ", BGR shown as RGB" : "")}";
    }

    private static (int Rows, int Columns, int Channels) Size(object value) =>
        ((int)Reflected.Property(value, "Rows")!, (int)Reflected.Property(value, "Cols")!, (int)Reflected.Call(value, "Channels")!);

    private static int Depth(object value) => (int)Reflected.Call(value, "Depth")!;

    /// <summary>The pixels (height, width, channel); null of a matrix without any, or of more than two dimensions.</summary>
    private static Tensor? Pixels(object value)
    {
        if (Reflected.Property(value, "IsDisposed") is true) return null;
        var (rows, columns, channels) = Size(value);
        if (rows <= 0 || columns <= 0 || Depth(value) >= Depths.Length) return null;
        var data = (IntPtr)Reflected.Property(value, "Data")!;
        var step = Convert.ToInt64(Reflected.Call(value, "Step"), System.Globalization.CultureInfo.InvariantCulture);
        var width = columns * channels;
        long[] shape = [rows, columns, channels];
        var pixels = Depth(value) switch
        {
            0 => tensor(Read<byte>(data, step, rows, width), shape),
            1 => tensor(Read<sbyte>(data, step, rows, width), shape),
            2 => tensor(Array.ConvertAll(Read<ushort>(data, step, rows, width), x => (int)x), shape),
            3 => tensor(Read<short>(data, step, rows, width), shape),
            4 => tensor(Read<int>(data, step, rows, width), shape),
            5 => tensor(Read<float>(data, step, rows, width), shape),
            _ => tensor(Read<double>(data, step, rows, width), shape),
        };
        GC.KeepAlive(value);
        return channels switch
        {
            3 => pixels.index_select(2, tensor(new long[] { 2, 1, 0 })),
            4 => pixels.index_select(2, tensor(new long[] { 2, 1, 0, 3 })),
            _ => pixels,
        };
    }

    private static unsafe T[] Read<T>(IntPtr data, long step, int rows, int width)
        where T : unmanaged
    {
        var read = new T[rows * width];
        for (var r = 0; r < rows; r++) new ReadOnlySpan<T>((byte*)data + (r * step), width).CopyTo(read.AsSpan(r * width, width));
        return read;
    }
}
