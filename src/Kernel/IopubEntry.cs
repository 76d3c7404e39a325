using System.Text;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Kernel;

/// <summary>Something waiting to be published: either a whole message, or stream text that may still grow.</summary>
internal sealed class IopubEntry(MessageHeader? parent)
{
    public MessageHeader? Parent { get; } = parent;

    /// <summary>The message's content; null for stream text.</summary>
    public MessageContent? Content { get; init; }

    public RawJson Metadata { get; init; } = RawJson.Empty;

    public IReadOnlyList<ReadOnlyMemory<byte>> Buffers { get; init; } = [];

    /// <summary><c>stdout</c> or <c>stderr</c>, with its text.</summary>
    public string? Stream { get; init; }

    public StringBuilder? Text { get; init; }

    /// <summary>When the entry was made, in <see cref="Environment.TickCount64"/>.</summary>
    public long Since { get; init; } = Environment.TickCount64;

    /// <summary>Set once the entry and all before it have been handed to the socket.</summary>
    public TaskCompletionSource? Flushed { get; init; }

    /// <summary>Rough size, in characters.</summary>
    public long Weight { get; set; }
}
