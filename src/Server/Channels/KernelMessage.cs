using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Zmtp;

namespace Qiansi.Server.Channels;

/// <summary>A message on its way between a kernel and a front end: its parts as bytes, unread but for the header.</summary>
/// <param name="Header">JSON of the header.</param>
/// <param name="Parent">JSON of the parent's header.</param>
/// <param name="Metadata">JSON object.</param>
/// <param name="Content">JSON object.</param>
/// <param name="Buffers">Binary parts.</param>
internal sealed record KernelMessage(ReadOnlyMemory<byte> Header, ReadOnlyMemory<byte> Parent, ReadOnlyMemory<byte> Metadata,
    ReadOnlyMemory<byte> Content, IReadOnlyList<ReadOnlyMemory<byte>> Buffers)
{
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private MessageHead? _head;

    /// <summary>What the header says; empty texts when it is not JSON.</summary>
    public MessageHead Head => _head ??= MessageHead.Read(Header.Span);

    /// <summary>Bytes in all parts together.</summary>
    public long Size
    {
        get
        {
            long size = Header.Length + Parent.Length + Metadata.Length + Content.Length;
            foreach (var buffer in Buffers) size += buffer.Length;
            return size;
        }
    }

    /// <summary>The message of some frames; null when they are none, or not signed with the key.</summary>
    public static KernelMessage? Read(Multipart frames, MessageSigner signer)
    {
        var start = 0;
        while (start < frames.Count && !frames[start].Span.SequenceEqual(Delimiter)) start++;
        if (frames.Count < start + 6) return null;
        if (!signer.Check(frames[start + 1].Span, frames[start + 2].Span, frames[start + 3].Span, frames[start + 4].Span,
            frames[start + 5].Span)) return null;
        var buffers = new ReadOnlyMemory<byte>[frames.Count - start - 6];
        for (var i = 0; i < buffers.Length; i++) buffers[i] = frames[start + 6 + i];
        return new(frames[start + 2], frames[start + 3], frames[start + 4], frames[start + 5], buffers);
    }

    /// <summary>The frames for a DEALER.</summary>
    public Multipart ToFrames(MessageSigner signer)
    {
        var frames = new ReadOnlyMemory<byte>[6 + Buffers.Count];
        (frames[0], frames[1]) = (Delimiter, signer.Sign(Header.Span, Parent.Span, Metadata.Span, Content.Span));
        (frames[2], frames[3], frames[4], frames[5]) = (Header, Parent, Metadata, Content);
        for (var i = 0; i < Buffers.Count; i++) frames[6 + i] = Buffers[i];
        return new(frames);
    }
}
