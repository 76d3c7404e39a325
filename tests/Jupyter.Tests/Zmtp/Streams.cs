using Qiansi.Jupyter.Zmtp;
using Qiansi.Jupyter.Zmtp.Io;
using Qiansi.Jupyter.Zmtp.Wire;

namespace Qiansi.Jupyter.Tests.Zmtp;

/// <summary>Bytes as peers send them, and the reading of them.</summary>
internal static class Streams
{
    internal static byte[] Hello(SocketKind kind, byte minor = 1, string identity = "", string mechanism = "NULL")
    {
        var output = new ByteBuffer();
        Greeting.Write(output);
        Command.WriteReady(output, kind, System.Text.Encoding.UTF8.GetBytes(identity));
        var bytes = output.Take().ToArray();
        bytes[11] = minor;
        bytes.AsSpan(12, 20).Clear();
        System.Text.Encoding.ASCII.GetBytes(mechanism, bytes.AsSpan(12));
        return bytes;
    }

    internal static byte[] CommandFrame(string name, params ReadOnlySpan<byte> data)
    {
        var output = new ByteBuffer();
        Command.Write(output, System.Text.Encoding.ASCII.GetBytes(name), data);
        return output.Take().ToArray();
    }

    /// <summary>Messages as <see cref="WriteBatch"/> writes them when each write takes as many bytes as
    /// <paramref name="next"/> says.</summary>
    internal static byte[] Encode(IEnumerable<Multipart> messages, Func<int, int> next)
    {
        using var stream = new MemoryStream();
        var batch = new WriteBatch();
        var queue = new Queue<Multipart>(messages);
        while (true)
        {
            while (batch.HasRoom && (batch.IsInsideMessage || queue.Count > 0))
            {
                if (!batch.IsInsideMessage)
                    batch.Begin(queue.Dequeue());
                batch.Fill();
            }

            if (batch.IsEmpty)
                return stream.ToArray();
            while (!batch.IsEmpty)
            {
                var written = next(batch.Segments().Sum(segment => segment.Count));
                var left = written;
                foreach (var segment in batch.Segments())
                {
                    var part = Math.Min(left, segment.Count);
                    stream.Write(segment[..part]);
                    left -= part;
                }

                batch.Advance(written);
            }
        }
    }

    /// <summary>Feeds bytes cut into pieces, through the direct room where there is one;
    /// returns the messages and topics that came out.</summary>
    internal static List<Multipart> Decode(PeerProtocol protocol, ReadOnlySpan<byte> bytes, Func<int, int> next)
    {
        var messages = new List<Multipart>();
        while (bytes.Length > 0)
        {
            var piece = bytes[..next(bytes.Length)];
            bytes = bytes[piece.Length..];
            var room = protocol.DirectRoom.Span;
            if (room.Length > 0)
            {
                var direct = Math.Min(room.Length, piece.Length);
                piece[..direct].CopyTo(room);
                protocol.Advance(direct);
                piece = piece[direct..];
            }

            ProtocolEvent found;
            while ((found = protocol.Read(ref piece)) != ProtocolEvent.None)
            {
                if (found == ProtocolEvent.Message)
                    messages.Add(protocol.Message!);
                else if (found is ProtocolEvent.Subscribe or ProtocolEvent.Cancel)
                    messages.Add(new Multipart(protocol.Topic));
            }

            Assert.Equal(0, piece.Length);
        }

        return messages;
    }
}
