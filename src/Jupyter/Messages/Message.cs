namespace Qiansi.Jupyter.Messages;

/// <summary>A Jupyter message: header, parent, metadata, typed content and binary buffers,
/// with the routing identities it came by.</summary>
/// <param name="Header">Who sent it.</param>
/// <param name="Parent">Header of the message it answers or belongs to; null when it stands alone.</param>
/// <param name="Content">What it says.</param>
public sealed record Message(MessageHeader Header, MessageHeader? Parent, MessageContent Content)
{
    /// <summary>Free-form metadata, a JSON object.</summary>
    public RawJson Metadata { get; init; } = RawJson.Empty;

    /// <summary>Frames before the delimiter: the address a ROUTER answers to, or a PUB's topic.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Identities { get; init; } = [];

    /// <summary>Binary frames after the content, which comm messages carry.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Buffers { get; init; } = [];
}
