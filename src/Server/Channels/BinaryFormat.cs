using System.Buffers.Binary;

namespace Qiansi.Server.Channels;

/// <summary><c>v1.kernel.websocket.jupyter.org</c>: number of offsets, offsets (u64, little-endian), then channel, header, parent,
/// metadata, content, buffers; the last offset is the end.</summary>
internal sealed class BinaryFormat : IChannelsFormat
{
    public const string Subprotocol = "v1.kernel.websocket.jupyter.org";
    private const int FixedParts = 5;
    private const int MaxParts = 4096;

    public (IReadOnlyList<ReadOnlyMemory<byte>> Parts, bool IsText) Write(ChannelName channel, KernelMessage message)
    {
        var name = channel.Text();
        var count = FixedParts + message.Buffers.Count + 1;
        var head = new byte[8 * (count + 1) + name.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(head, (ulong)count);
        long offset = 8 * (count + 1);
        var at = 8;
        Put(name.Length);
        Put(message.Header.Length);
        Put(message.Parent.Length);
        Put(message.Metadata.Length);
        Put(message.Content.Length);
        foreach (var buffer in message.Buffers) Put(buffer.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(at), (ulong)offset);
        System.Text.Encoding.ASCII.GetBytes(name, head.AsSpan(at + 8));
        return ([head, message.Header, message.Parent, message.Metadata, message.Content, .. message.Buffers], false);

        void Put(int length)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(at), (ulong)offset);
            at += 8;
            offset += length;
        }
    }

    public (ChannelName Channel, KernelMessage Message)? Read(ReadOnlyMemory<byte> data, bool isText, out string? problem)
    {
        problem = null;
        if (isText)
        {
            problem = $"a text message; {Subprotocol} has binary ones";
            return null;
        }
        var count = data.Length < 8 ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(data.Span);
        if (count is < FixedParts + 1 or > MaxParts)
        {
            problem = $"{data.Length} bytes that do not begin with a number of offsets from {FixedParts + 1} to {MaxParts}";
            return null;
        }
        var parts = Cut(data, (int)count, out problem);
        if (parts is null) return null;
        if (ChannelNames.Find(parts[0].Span) is not { } channel)
        {
            problem = "a channel other than shell, control and stdin";
            return null;
        }
        var message = new KernelMessage(parts[1], parts[2], parts[3], parts[4], parts[FixedParts..]);
        if (message.Head.Type.Length > 0) return (channel, message);
        problem = "a header without msg_type";
        return null;
    }

    private static ReadOnlyMemory<byte>[]? Cut(ReadOnlyMemory<byte> data, int count, out string? problem)
    {
        problem = null;
        var start = 8 * ((ulong)count + 1);
        var parts = new ReadOnlyMemory<byte>[count - 1];
        for (var i = 0; i <= parts.Length; i++)
        {
            var at = 8 * (i + 1);
            var offset = at + 8 > data.Length ? ulong.MaxValue : BinaryPrimitives.ReadUInt64LittleEndian(data.Span[at..]);
            if (offset < start || offset > (ulong)data.Length)
            {
                problem = $"offset {i} lies outside the message of {data.Length} bytes, or before the offset in front of it";
                return null;
            }
            if (i > 0) parts[i - 1] = data[(int)start..(int)offset];
            start = offset;
        }
        return parts;
    }
}
