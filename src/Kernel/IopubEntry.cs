using Qiansi.Jupyter.Messages;

namespace Qiansi.Kernel;

/// <summary>A message waiting to be published.</summary>
internal sealed class IopubEntry(MessageHeader? parent)
{
    public MessageHeader? Parent { get; } = parent;

    /// <summary>The message's content; null when the entry only marks a place in the queue.</summary>
    public MessageContent? Content { get; init; }

    public IReadOnlyList<ReadOnlyMemory<byte>> Buffers { get; init; } = [];

    /// <summary>Set once all before it have been handed to the socket.</summary>
    public TaskCompletionSource? Flushed { get; init; }

    /// <summary>Rough size, in characters.</summary>
    public long Weight { get; init; }
}
