using System.Buffers.Binary;

namespace Qiansi.Jupyter.Zmtp.Wire;

/// <summary>The flags byte and length in front of every frame's body.</summary>
internal static class FrameHeader
{
    internal const byte More = 1;
    internal const byte Long = 2;
    internal const byte Command = 4;
    internal const int MaxLength = 9;

    /// <summary>Writes the header of a frame; returns its length, 2 bytes for bodies up to 255 bytes and else 9.</summary>
    internal static int Write(Span<byte> destination, byte flags, long bodyLength)
    {
        if (bodyLength <= byte.MaxValue)
        {
            destination[0] = flags;
            destination[1] = (byte)bodyLength;
            return 2;
        }

        destination[0] = (byte)(flags | Long);
        BinaryPrimitives.WriteInt64BigEndian(destination[1..], bodyLength);
        return MaxLength;
    }
}
