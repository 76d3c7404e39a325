namespace Qiansi.BPlus.Storage;

/// <summary>A file of bytes: on a disk, in memory, or one that a test lets fail.</summary>
internal interface IFile : IDisposable
{
    long Length { get; }

    /// <summary>Reads what there is.</summary>
    /// <returns>How many bytes: fewer than asked for at the end of the file.</returns>
    int Read(long offset, Span<byte> to);

    void Write(long offset, ReadOnlySpan<byte> bytes);

    /// <summary>Returns when all that was written has reached the disk.</summary>
    void Sync();
}
