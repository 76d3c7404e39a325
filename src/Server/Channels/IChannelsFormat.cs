namespace Qiansi.Server.Channels;

/// <summary>How messages travel over a WebSocket: the two protocols of Jupyter Server.</summary>
internal interface IChannelsFormat
{
    /// <summary>The parts of a WebSocket message, to be sent one after the other, and whether it is a text message.</summary>
    (IReadOnlyList<ReadOnlyMemory<byte>> Parts, bool IsText) Write(ChannelName channel, KernelMessage message);

    /// <summary>Reads a WebSocket message.</summary>
    /// <returns>Null when it is none; <paramref name="problem"/> says why, for the log.</returns>
    (ChannelName Channel, KernelMessage Message)? Read(ReadOnlyMemory<byte> data, bool isText, out string? problem);
}
