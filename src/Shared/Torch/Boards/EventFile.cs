using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Qiansi.Torch.Boards;

/// <summary>A file of events as TensorBoard reads it: TFRecord frames, each an <c>Event</c> message of TensorFlow's event.proto, written
/// without a library.</summary>
/// <remarks>A frame is a length (8 bytes), its checksum, the message and the message's checksum; checksums are CRC-32C, rotated and
/// offset.</remarks>
internal sealed class EventFile : IDisposable
{
    private static int files;
    private readonly FileStream stream;

    /// <summary>Starts a file in a folder, which is made.</summary>
    public EventFile(string folder, string suffix)
    {
        Directory.CreateDirectory(folder);
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var number = Interlocked.Increment(ref files);
        var name = $"events.out.tfevents.{now}.{Environment.MachineName}.{Environment.ProcessId}.{number}{suffix}";
        stream = new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        // The version (field 3) has to be the first event.
        Write(now, 0, Field(3, Encoding.UTF8.GetBytes("brain.Event:2")));
    }

    /// <summary>Appends the value of a name at a step.</summary>
    public void Scalar(string tag, float value, long step, double seconds)
    {
        // Event.summary (5) { value (1) { tag (1), simple_value (2) } }
        byte[] number = [(2 << 3) | 5, 0, 0, 0, 0];
        BinaryPrimitives.WriteSingleLittleEndian(number.AsSpan(1), value);
        Write(seconds, step, Field(5, Field(1, [.. Field(1, Encoding.UTF8.GetBytes(tag)), .. number])));
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private void Write(double seconds, long step, byte[] what)
    {
        // wall_time (1, double), step (2, varint)
        byte[] time = [(1 << 3) | 1, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteDoubleLittleEndian(time.AsSpan(1), seconds);
        byte[] message = [.. time, 2 << 3, .. Varint((ulong)step), .. what];
        Span<byte> head = stackalloc byte[12], tail = stackalloc byte[4];
        BinaryPrimitives.WriteInt64LittleEndian(head, message.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[8..], Checksum(head[..8]));
        BinaryPrimitives.WriteUInt32LittleEndian(tail, Checksum(message));
        stream.Write([.. head, .. message, .. tail]);
        stream.Flush();
    }

    private static byte[] Field(int number, byte[] bytes) => [(byte)((number << 3) | 2), .. Varint((ulong)bytes.Length), .. bytes];

    private static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7) bytes.Add((byte)(value | 0x80));
        return [.. bytes, (byte)value];
    }

    internal static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes) crc = BitOperations.Crc32C(crc, b);
        return BitOperations.RotateRight(~crc, 15) + 0xA282EAD8;
    }
}
