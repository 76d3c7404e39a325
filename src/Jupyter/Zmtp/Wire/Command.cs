using System.Buffers.Binary;

namespace Qiansi.Jupyter.Zmtp.Wire;

/// <summary>The commands of ZMTP 3.1: a name of 1-255 bytes, then data whose form the name decides.</summary>
internal static class Command
{
    /// <summary>Writes a command frame.</summary>
    internal static void Write(ByteBuffer output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        var length = 1 + name.Length + data.Length;
        Span<byte> header = stackalloc byte[FrameHeader.MaxLength];
        output.Append(header[..FrameHeader.Write(header, FrameHeader.Command, length)]);
        output.Append(1)[0] = (byte)name.Length;
        output.Append(name);
        output.Append(data);
    }

    /// <summary>Cuts a command frame's body into name and data.</summary>
    /// <exception cref="ZmtpException">The name is longer than the frame, or empty.</exception>
    internal static ReadOnlySpan<byte> ParseName(ReadOnlySpan<byte> body, out ReadOnlySpan<byte> data)
    {
        if (body.Length == 0 || body[0] == 0 || body[0] >= body.Length)
            throw new ZmtpException(
                $"Command: a body of {body.Length} bytes does not hold the name of {(body.Length == 0 ? 0 : body[0])} bytes it announces");
        data = body[(1 + body[0])..];
        return body.Slice(1, body[0]);
    }

    /// <summary>Writes READY with the two properties a NULL handshake needs.</summary>
    internal static void WriteReady(ByteBuffer output, SocketKind kind, ReadOnlySpan<byte> identity)
    {
        var data = new ByteBuffer();
        WriteProperty(data, "Socket-Type"u8, kind.WireName());
        if (kind is SocketKind.Req or SocketKind.Dealer or SocketKind.Router)
            WriteProperty(data, "Identity"u8, identity);
        Write(output, "READY"u8, data.Span);
    }

    /// <summary>Writes ERROR with a reason of at most 255 ASCII characters.</summary>
    internal static void WriteError(ByteBuffer output, ReadOnlySpan<byte> reason)
    {
        Span<byte> data = stackalloc byte[1 + byte.MaxValue];
        reason = reason[..Math.Min(reason.Length, byte.MaxValue)];
        data[0] = (byte)reason.Length;
        reason.CopyTo(data[1..]);
        Write(output, "ERROR"u8, data[..(1 + reason.Length)]);
    }

    /// <summary>Reads the reason out of ERROR's data, in printable form.</summary>
    internal static string ParseError(ReadOnlySpan<byte> data) =>
        data.Length == 0 ? "" : Greeting.Printable(data.Slice(1, Math.Min(data[0], data.Length - 1)));

    /// <summary>Takes the next metadata property off READY's data.</summary>
    /// <exception cref="ZmtpException">A length points past the end.</exception>
    internal static void TakeProperty(ref ReadOnlySpan<byte> data, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        int nameLength = data[0];
        if (nameLength == 0 || data.Length < 1 + nameLength + 4)
            throw new ZmtpException($"READY: property name of {nameLength} bytes does not fit in the {data.Length} bytes left");
        name = data.Slice(1, nameLength);
        data = data[(1 + nameLength)..];
        var valueLength = BinaryPrimitives.ReadUInt32BigEndian(data);
        data = data[4..];
        if (valueLength > data.Length)
        {
            throw new ZmtpException($"READY: value of property '{Greeting.Printable(name)}' announces {valueLength:N0} bytes, "
                + $"{data.Length} are left");
        }

        value = data[..(int)valueLength];
        data = data[(int)valueLength..];
    }

    private static void WriteProperty(ByteBuffer output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        output.Append(1)[0] = (byte)name.Length;
        output.Append(name);
        BinaryPrimitives.WriteInt32BigEndian(output.Append(4), value.Length);
        output.Append(value);
    }
}
