using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Qiansi.Torch.Files.Elements;

/// <summary>Reads elements from a stream into memory: a block at a time, so that a big file is never in memory twice.</summary>
internal static unsafe class ElementReader
{
    private const int BlockBytes = 1 << 20;

    /// <summary>Reads elements that lie one after the other.</summary>
    /// <param name="source">Where the first element comes next.</param>
    /// <param name="type">The elements' type in the file.</param>
    /// <param name="isBigEndian">Whether the file has the high byte first.</param>
    /// <param name="destination">Room for the elements, widened (<see cref="FileTypes.Widened"/>), the machine's byte order.</param>
    /// <param name="count">How many.</param>
    /// <param name="place">For errors.</param>
    /// <exception cref="InvalidDataException">The stream ends before, or a truth value is neither 0 nor 1.</exception>
    public static void Read(Stream source, FileType type, bool isBigEndian, byte* destination, long count, FilePlace place)
    {
        var size = type.Size();
        var isWidened = type.Widened() != type;
        var buffer = isWidened ? new byte[BlockBytes] : [];
        for (long done = 0; done < count;)
        {
            var elements = (int)Math.Min(count - done, BlockBytes / size);
            var target = destination + done * type.Widened().Size();
            var block = isWidened ? buffer.AsSpan(0, elements * size) : new Span<byte>(target, elements * size);
            ReadExactly(source, block, place, done * size, count * size);
            if (isBigEndian) Reverse(block, size);
            if (isWidened) Widen(block, type, target, elements);
            else if (type == FileType.Bool) CheckTruth(block, done, place);
            done += elements;
        }
    }

    /// <summary>Copies elements with any strides to memory in row-major order.</summary>
    public static void Gather(byte* source, ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, int size, byte* destination)
    {
        var index = new long[shape.Length];
        long count = 1, at = 0;
        foreach (var n in shape) count *= n;
        for (long i = 0; i < count; i++)
        {
            Buffer.MemoryCopy(source + at * size, destination + i * size, size, size);
            for (var d = shape.Length - 1; d >= 0; d--)
            {
                at += strides[d];
                if (++index[d] < shape[d]) break;
                at -= index[d] * strides[d];
                index[d] = 0;
            }
        }
    }

    /// <summary>Reads as many bytes as there are, up to the block's length.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="InvalidDataException">What was packed cannot be unpacked.</exception>
    public static int ReadUpTo(Stream source, Span<byte> block, FilePlace place)
    {
        try
        {
            return source.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw place.Error($"the packed data is damaged ({e.Message})", e);
        }
    }

    private static void ReadExactly(Stream source, Span<byte> block, FilePlace place, long before, long all)
    {
        var read = ReadUpTo(source, block, place);
        if (read < block.Length) throw place.Error($"the data ends after {before + read} of {all} bytes");
    }

    private static void Reverse(Span<byte> block, int size)
    {
        switch (size)
        {
            case 2:
                var shorts = MemoryMarshal.Cast<byte, ushort>(block);
                BinaryPrimitives.ReverseEndianness(shorts, shorts);
                break;
            case 4:
                var ints = MemoryMarshal.Cast<byte, uint>(block);
                BinaryPrimitives.ReverseEndianness(ints, ints);
                break;
            case 8:
                var longs = MemoryMarshal.Cast<byte, ulong>(block);
                BinaryPrimitives.ReverseEndianness(longs, longs);
                break;
        }
    }

    private static void Widen(ReadOnlySpan<byte> block, FileType type, byte* target, int count)
    {
        for (var i = 0; i < count; i++)
        {
            switch (type)
            {
                case FileType.UInt16: ((int*)target)[i] = MemoryMarshal.Cast<byte, ushort>(block)[i]; break;
                default: ((long*)target)[i] = MemoryMarshal.Cast<byte, uint>(block)[i]; break;
            }
        }
    }

    private static void CheckTruth(ReadOnlySpan<byte> block, long before, FilePlace place)
    {
        var at = block.IndexOfAnyExceptInRange((byte)0, (byte)1);
        if (at >= 0) throw place.Error($"element {before + at} is {block[at]}, and a truth value is 0 or 1");
    }
}
