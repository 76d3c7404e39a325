using Qiansi.Tensors.Naming;

namespace Qiansi.Tensors.Images;

/// <summary>One image within a tensor: its channels as planes.</summary>
/// <param name="Channels">Gray, gray and alpha, RGB, or RGB and alpha.</param>
/// <param name="Layout">The order of the dimensions, told in the caption: <c>CHW</c>.</param>
internal sealed record ImageShape(PlaneSource[] Channels, string Layout)
{
    /// <summary>Rows.</summary>
    public long Height => Channels[0].Rows;

    /// <summary>Pixels a row.</summary>
    public long Width => Channels[0].Columns;

    /// <summary>A part of the image, in pixels.</summary>
    public ImageShape Crop(long left, long top, long width, long height) => this with
    {
        Channels = Array.ConvertAll(Channels, c => c with
        {
            Place = c.Place + (top * c.RowStride) + (left * c.ColumnStride),
            Rows = height,
            Columns = width,
        }),
    };

    /// <summary>The images of a tensor: one of two or three dimensions, a batch of four.</summary>
    /// <exception cref="ArgumentException">The shape is not that of images; the message says what to do.</exception>
    public static IReadOnlyList<ImageShape> All(Tensor tensor, ImageLayout layout, string caller)
    {
        if (tensor.count == 0)
            throw new ArgumentException($"{caller}: the tensor {ShapeText.Of(tensor)} has no elements, so there is no image in it");
        if (tensor.ndim != 4) return [One(tensor, layout, caller)];
        var images = new ImageShape[tensor.size(0)];
        for (var i = 0; i < images.Length; i++) images[i] = One(tensor.detach().select(0, i), layout, caller);
        return images;
    }

    /// <summary>The image of a tensor of two or three dimensions.</summary>
    public static ImageShape One(Tensor tensor, ImageLayout layout, string caller)
    {
        if (tensor.ndim == 2) return new ImageShape([PlaneSource.Last(tensor)], "HW");
        if (tensor.ndim != 3)
            throw new ArgumentException(
                $"{caller}: an image has 2 dimensions (height, width) or 3 with channels, a batch 4; this tensor is "
                    + $"{ShapeText.Of(tensor)}. Use AsHeatmap for other shapes");
        var dimension = layout switch
        {
            ImageLayout.ChannelsFirst => 0,
            ImageLayout.ChannelsLast => 2,
            _ => Guess(tensor),
        };
        if (dimension < 0 || !AreChannels(tensor.sizes[dimension]))
        {
            throw new ArgumentException(
                $"{caller}: an image has 1, 3 or 4 channels first or last; {ShapeText.Of(tensor)} has {tensor.sizes[0]} first and "
                    + $"{tensor.sizes[2]} last. Use AsFeatureMaps to see every channel in gray, or select three of them");
        }

        var channels = new PlaneSource[tensor.sizes[dimension]];
        for (var c = 0; c < channels.Length; c++) channels[c] = PlaneSource.Channel(tensor, dimension, c);
        return new ImageShape(channels, dimension == 0 ? "CHW" : "HWC");
    }

    private static int Guess(Tensor tensor)
    {
        var names = AxisNames.Of(tensor);
        for (var d = 0; d < 3; d += 2)
        {
            if (names[d]?.ToLowerInvariant() is "c" or "ch" or "chan" or "channel" or "channels" or "rgb" or "color" or "colour") return d;
        }

        return AreChannels(tensor.sizes[0]) ? 0 : AreChannels(tensor.sizes[2]) ? 2 : -1;
    }

    private static bool AreChannels(long size) => size is 1 or 3 or 4;
}
