using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace Qiansi.Server.Channels;

/// <summary>The protocol without a name: one JSON object with the channel in it; with buffers, a binary message of number of parts,
/// offsets (u32, big-endian), the JSON, the buffers.</summary>
internal sealed class JsonFormat : IChannelsFormat
{
    private const int MaxParts = 4096;
    private static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = 256 };
    private static readonly JsonWriterOptions WriteOptions = new() { MaxDepth = 300, SkipValidation = true };

    public (IReadOnlyList<ReadOnlyMemory<byte>> Parts, bool IsText) Write(ChannelName channel, KernelMessage message)
    {
        var json = new ArrayBufferWriter<byte>(
            256 + message.Header.Length + message.Parent.Length + message.Metadata.Length + message.Content.Length);
        using (var writer = new Utf8JsonWriter(json, WriteOptions))
        {
            writer.WriteStartObject();
            Raw(writer, "header", message.Header);
            writer.WriteString("msg_id", message.Head.Id);
            writer.WriteString("msg_type", message.Head.Type);
            Raw(writer, "parent_header", message.Parent);
            Raw(writer, "metadata", message.Metadata);
            Raw(writer, "content", message.Content);
            writer.WriteStartArray("buffers");
            writer.WriteEndArray();
            writer.WriteString("channel", channel.Text());
            writer.WriteEndObject();
        }
        if (message.Buffers.Count == 0) return ([json.WrittenMemory], true);
        var head = new byte[4 * (message.Buffers.Count + 2)];
        BinaryPrimitives.WriteUInt32BigEndian(head, (uint)message.Buffers.Count + 1);
        var offset = (uint)head.Length;
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(4), offset);
        offset += (uint)json.WrittenCount;
        for (var i = 0; i < message.Buffers.Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8 + 4 * i), offset);
            offset += (uint)message.Buffers[i].Length;
        }
        return ([head, json.WrittenMemory, .. message.Buffers], false);
    }

    public (ChannelName Channel, KernelMessage Message)? Read(ReadOnlyMemory<byte> data, bool isText, out string? problem)
    {
        IReadOnlyList<ReadOnlyMemory<byte>> buffers = [];
        problem = null;
        if (!isText)
        {
            if (Cut(data) is not { } parts)
            {
                problem = "a binary message whose offsets do not fit it";
                return null;
            }
            (data, buffers) = (parts[0], parts[1..]);
        }
        try
        {
            using var document = JsonDocument.Parse(data, ReadOptions);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                problem = $"a JSON {document.RootElement.ValueKind} where an object belongs";
                return null;
            }
            var message = new KernelMessage(Part("header"), Part("parent_header"), Part("metadata"), Part("content"), buffers);
            if (message.Head.Type.Length == 0) problem = "a header without msg_type";
            else if (ChannelNames.Find(Channel(document.RootElement)) is { } channel) return (channel, message);
            else problem = "a channel other than shell, control and stdin";
            return null;

            ReadOnlyMemory<byte> Part(string name) =>
                document.RootElement.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object
                    ? System.Text.Encoding.UTF8.GetBytes(part.GetRawText())
                    : "{}"u8.ToArray();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            problem = $"not JSON ({e.Message})";
            return null;
        }
    }

    /// <summary>Messages of old clients name none for shell.</summary>
    private static byte[] Channel(JsonElement root) => !root.TryGetProperty("channel", out var channel) ? "shell"u8.ToArray()
        : channel.ValueKind == JsonValueKind.String ? System.Text.Encoding.UTF8.GetBytes(channel.GetString()!) : [];

    private static void Raw(Utf8JsonWriter writer, string name, ReadOnlyMemory<byte> json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json.IsEmpty ? "{}"u8 : json.Span, skipInputValidation: true);
    }

    private static ReadOnlyMemory<byte>[]? Cut(ReadOnlyMemory<byte> data)
    {
        var count = data.Length < 4 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(data.Span);
        if (count is < 1 or > MaxParts || data.Length < 4 * (count + 1)) return null;
        var parts = new ReadOnlyMemory<byte>[count];
        var end = (uint)data.Length;
        for (var i = (int)count - 1; i >= 0; i--)
        {
            var start = BinaryPrimitives.ReadUInt32BigEndian(data.Span[(4 * (i + 1))..]);
            if (start < 4 * (count + 1) || start > end) return null;
            parts[i] = data[(int)start..(int)end];
            end = start;
        }
        return parts;
    }
}
