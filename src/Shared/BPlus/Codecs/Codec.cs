namespace Qiansi.BPlus.Codecs;

/// <summary>Keys or values as bytes whose order, byte by byte, is the order of what they stand for.</summary>
internal abstract class Codec<T>
{
    public abstract DataKind Kind { get; }

    /// <summary>Number of bytes.</summary>
    public abstract int Length(T value);

    public abstract void Write(T value, Span<byte> to);

    public abstract T Read(ReadOnlySpan<byte> bytes);

    public abstract string Text(ReadOnlySpan<byte> bytes);

    /// <summary>The codec of a type.</summary>
    /// <exception cref="NotSupportedException">There is none.</exception>
    public static Codec<T> Create() => (object?)(
        typeof(T) == typeof(long) ? new LongCodec() :
        typeof(T) == typeof(string) ? new TextCodec() :
        typeof(T) == typeof(byte[]) ? new BytesCodec() : null) as Codec<T>
        ?? throw new NotSupportedException(
            $"A B+ tree holds long, string and byte[], not {typeof(T).Name}. Turn it into one of these: numbers of other types " +
            "into long, dates into their ticks.");
}
