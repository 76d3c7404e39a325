namespace Qiansi.Tensors;

/// <summary>Where the channels of an image stand among a tensor's dimensions.</summary>
public enum ImageLayout
{
    /// <summary>By the axes' names, else where there are 1, 3 or 4 of them; before height and width when both would do.</summary>
    Auto,

    /// <summary>Channels first, as PyTorch has them.</summary>
    ChannelsFirst,

    /// <summary>Channels last, as most libraries for images have them.</summary>
    ChannelsLast,
}
