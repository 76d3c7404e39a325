namespace Qiansi.BPlus.Storage;

/// <summary>A file that is gone with the process.</summary>
internal sealed class MemoryFile : IFile
{
    private byte[] _bytes = [];

    public long Length { get; private set; }

    public int Read(long offset, Span<byte> to)
    {
        var count = (int)Math.Clamp(Length - offset, 0, to.Length);
        _bytes.AsSpan((int)Math.Min(offset, Length), count).CopyTo(to);
        return count;
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        var end = checked((int)(offset + bytes.Length));
        if (end > _bytes.Length) Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(end, 2L * _bytes.Length)));
        bytes.CopyTo(_bytes.AsSpan((int)offset));
        Length = Math.Max(Length, end);
    }

    public void Sync()
    {
    }

    public void Dispose() => (_bytes, Length) = ([], 0);
}
