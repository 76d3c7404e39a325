using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary>Messages to and from the frames of a multipart: identities, <c>&lt;IDS|MSG&gt;</c>, signature, header, parent, metadata,
/// content, buffers.</summary>
/// <param name="signer">Signs and checks; also the reason a message is refused.</param>
public sealed class MessageCodec(MessageSigner signer)
{
    /// <summary>Largest message taken, all frames together: 512 MiB.</summary>
    public const long MaxMessageBytes = 512L << 20;

    /// <summary>Most frames a message may have.</summary>
    public const int MaxFrames = 4096;

    internal static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    /// <summary>The frames of a message.</summary>
    /// <exception cref="MessageFormatException">Some raw JSON in it is not JSON.</exception>
    public IReadOnlyList<ReadOnlyMemory<byte>> Encode(Message message)
    {
        var header = message.Header.Utf8;
        var parent = message.Parent?.Utf8 ?? EmptyObject;
        var body = new ArrayBufferWriter<byte>(message.Content.SizeHint);
        int metadataLength;
        try
        {
            using var json = new Utf8JsonWriter(body, WriterOptions);
            if (message.Metadata == RawJson.Empty || message.Metadata.Text is null) body.Write(EmptyObject);
            else json.WriteJson(message.Metadata);
            json.Flush();
            metadataLength = body.WrittenCount;
            json.Reset();
            message.Content.Write(json);
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException or ArgumentException)
        {
            throw new MessageFormatException($"{message.Header.MessageType}: cannot be written as JSON ({e.Message})", e);
        }
        var metadata = body.WrittenMemory[..metadataLength];
        var content = body.WrittenMemory[metadataLength..];
        var frames = new List<ReadOnlyMemory<byte>>(message.Identities.Count + 6 + message.Buffers.Count);
        frames.AddRange(message.Identities);
        frames.Add(Delimiter);
        frames.Add(signer.Sign(header.Span, parent.Span, metadata.Span, content.Span));
        frames.Add(header);
        frames.Add(parent);
        frames.Add(metadata);
        frames.Add(content);
        frames.AddRange(message.Buffers);
        return frames;
    }

    /// <summary>The message of some frames.</summary>
    /// <exception cref="MessageFormatException">They are not a message, or its signature is missing or wrong:
    /// drop it and log the text.</exception>
    public Message Decode(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        if (frames.Count > MaxFrames)
            throw new MessageFormatException($"A message of {frames.Count} frames; at most {MaxFrames} are taken.");
        var start = 0;
        long size = 0;
        foreach (var frame in frames) size += frame.Length;
        if (size > MaxMessageBytes) throw new MessageFormatException($"A message of {size} bytes; at most {MaxMessageBytes} are taken.");
        while (start < frames.Count && !frames[start].Span.SequenceEqual(Delimiter)) start++;
        if (start == frames.Count) throw new MessageFormatException($"No <IDS|MSG> frame among {frames.Count}.");
        if (frames.Count < start + 6)
            throw new MessageFormatException(
                $"{frames.Count - start - 1} frames after <IDS|MSG>; signature, header, parent, metadata and content belong there.");
        var (signature, header, parent, metadata, content) =
            (frames[start + 1], frames[start + 2], frames[start + 3], frames[start + 4], frames[start + 5]);
        if (!signer.Check(signature.Span, header.Span, parent.Span, metadata.Span, content.Span))
            throw new MessageFormatException(signature.IsEmpty
                ? "The message is not signed; its sender needs the key of the connection file."
                : "The message's signature is wrong; its sender does not have the key of this connection file.");
        var typedHeader = MessageHeader.Read(header, "header") ?? throw new MessageFormatException("header: empty.");
        return new Message(typedHeader, MessageHeader.Read(parent, "parent_header"), ContentReader.Read(typedHeader.MessageType, content))
        {
            Metadata = ReadMetadata(metadata),
            Identities = Slice(frames, 0, start),
            Buffers = Slice(frames, start + 6, frames.Count),
        };
    }

    private static RawJson ReadMetadata(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.SequenceEqual(EmptyObject)) return RawJson.Empty;
        using var document = Fields.Parse(utf8, "metadata");
        return new(Encoding.UTF8.GetString(utf8.Span));
    }

    private static ReadOnlyMemory<byte>[] Slice(IReadOnlyList<ReadOnlyMemory<byte>> frames, int from, int to)
    {
        if (from == to) return [];
        var slice = new ReadOnlyMemory<byte>[to - from];
        for (var i = from; i < to; i++) slice[i - from] = frames[i];
        return slice;
    }
}
