namespace Qiansi.Jupyter.Zmtp.Wire;

/// <summary>Bytes that grow at the end and are taken all at once.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = [];

    internal int Count { get; private set; }

    internal ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Count);

    /// <summary>Room for more bytes, counted as written; not cleared.</summary>
    internal Span<byte> Append(int count)
    {
        if (_bytes.Length - Count < count)
            Array.Resize(ref _bytes, Math.Max(Count + count, Math.Max(64, _bytes.Length * 2)));
        var room = _bytes.AsSpan(Count, count);
        Count += count;
        return room;
    }

    internal void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Append(bytes.Length));

    /// <summary>Takes the bytes out, leaving the buffer empty.</summary>
    internal ReadOnlyMemory<byte> Take()
    {
        var taken = _bytes.AsMemory(0, Count);
        _bytes = [];
        Count = 0;
        return taken;
    }
}
