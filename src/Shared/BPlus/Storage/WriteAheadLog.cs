using System.Runtime.InteropServices;
using Qiansi.BPlus.Pages;

namespace Qiansi.BPlus.Storage;

/// <summary>
/// Pages as transactions left them, one frame behind the other. A transaction's last frame is the file's header, page 0, and has a checksum
/// of all its frames:
/// it holds as a whole or not at all. Pages are read from here until a checkpoint has copied them into the file.
/// </summary>
/// <remarks>
/// The rule is that of write-ahead logging (Mohan et al., ARIES, ACM TODS 17(1), 1992): nothing is changed in the file before it is safe in
/// the log. Since whole pages are logged and
/// changes that are not committed never reach the file, restart has to repeat history and has nothing to undo.
/// </remarks>
internal sealed class WriteAheadLog(IFile file, int pageSize)
{
    private const int BufferedFrames = 64;

    private readonly int _frameSize = FrameHeader.Size + pageSize;
    private readonly byte[] _buffer = new byte[BufferedFrames * (FrameHeader.Size + pageSize)];
    private readonly Dictionary<uint, int> _committed = [];
    private readonly Dictionary<uint, int> _running = [];
    private readonly List<uint> _checksums = [];
    private int _firstBuffered;
    private int _end;
    private ulong _salt;
    private ulong _transaction;

    /// <summary>Frames of transactions that are committed.</summary>
    public int Frames { get; private set; }

    /// <summary>Frames written since it was opened.</summary>
    public long Written { get; private set; }

    /// <summary>Pages whose newest committed state is in the log, in order.</summary>
    public IEnumerable<uint> Pages => _committed.Keys.Order();

    /// <summary>Pages that the running transaction has put into the log.</summary>
    public IReadOnlyCollection<uint> RunningPages => _running.Keys;

    /// <summary>Begins the log anew; the frames it has are no longer needed.</summary>
    public void Reset(ulong fileId)
    {
        _salt = (ulong)Random.Shared.NextInt64();
        var page = new byte[pageSize];
        ref var header = ref MemoryMarshal.AsRef<LogHeader>(page.AsSpan());
        header = new() { Magic = LogHeader.RightMagic, Version = FileHeader.RightVersion, PageSize = (uint)pageSize };
        (header.FileId, header.Salt) = (fileId, _salt);
        header.Checksum = ChecksumOf(in header);
        file.Write(0, page);
        // New frames must not meet the old header: with it they would make an old transaction of some of the old ones.
        file.Sync();
        _committed.Clear();
        (Frames, _end, _firstBuffered) = (0, 0, 0);
    }

    /// <summary>A transaction begins.</summary>
    public void Begin(ulong transaction) => _transaction = transaction;

    /// <summary>Puts a sealed page into the log; one that the transaction has put there before takes the same place.</summary>
    public void Append(uint id, ReadOnlySpan<byte> page, uint digest = 0)
    {
        if (!_running.TryGetValue(id, out var frame))
        {
            _running[id] = frame = _end++;
            _checksums.Add(0);
        }

        if (_end - _firstBuffered > BufferedFrames) Flush(_end - 1);
        var isBuffered = frame >= _firstBuffered;
        var place = isBuffered ? BufferAt(frame) : new byte[_frameSize];
        ref var header = ref MemoryMarshal.AsRef<FrameHeader>(place);
        header = new() { Salt = _salt, Transaction = _transaction, Page = id, Digest = digest };
        page.CopyTo(place[FrameHeader.Size..]);
        header.Checksum = ChecksumOf(place);
        _checksums[frame - Frames] = header.Checksum;
        if (!isBuffered) file.Write(OffsetOf(frame), place);
        Written++;
    }

    /// <summary>Ends the transaction with the file's header.</summary>
    /// <param name="header">Page 0, sealed.</param>
    /// <param name="isSynced">Whether to return only when the disk has it.</param>
    public void Commit(ReadOnlySpan<byte> header, bool isSynced)
    {
        Append(0, header, Digest(_checksums));
        Flush(_end);
        if (isSynced) file.Sync();
        Keep();
    }

    /// <summary>Forgets what the running transaction has written.</summary>
    public void Rollback()
    {
        _running.Clear();
        _checksums.Clear();
        _firstBuffered = _end = Frames;
    }

    public void Sync() => file.Sync();

    /// <summary>The newest state of a page that is in the log.</summary>
    public bool TryRead(uint id, Span<byte> page)
    {
        if (!_running.TryGetValue(id, out var frame) && !_committed.TryGetValue(id, out frame)) return false;
        if (frame >= _firstBuffered && frame < _end && _end > _firstBuffered) Flush(_end);
        if (file.Read(OffsetOf(frame) + FrameHeader.Size, page) < page.Length) page.Clear();
        return true;
    }

    /// <summary>Reads the log after a crash: takes the transactions that are whole, and stops at the first that is not.</summary>
    /// <param name="fileId">What the log says it belongs to.</param>
    /// <returns>How many transactions were found, or null when the file is no log of this page size.</returns>
    public int? Recover(out ulong fileId)
    {
        fileId = 0;
        if (ReadHeader(file) is not { } header || header.PageSize != pageSize) return null;
        (_salt, fileId) = (header.Salt, header.FileId);
        var (transactions, frame) = (0, new byte[_frameSize]);
        while (file.Read(OffsetOf(_end), frame) == _frameSize && Accept(frame))
        {
            if (_running.ContainsKey(0))
            {
                transactions++;
                Keep();
            }
        }

        Rollback();
        return transactions;
    }

    /// <summary>The header of a log, if there is a whole one.</summary>
    public static LogHeader? ReadHeader(IFile file)
    {
        Span<byte> bytes = stackalloc byte[LogHeader.Size];
        if (file.Read(0, bytes) < bytes.Length) return null;
        var header = MemoryMarshal.Read<LogHeader>(bytes);
        var isRight = header.Magic == LogHeader.RightMagic && header.Version == FileHeader.RightVersion;
        return isRight && header.Checksum == ChecksumOf(in header) ? header : null;
    }

    /// <summary>Whether a frame goes on with what was read so far.</summary>
    private bool Accept(Span<byte> frame)
    {
        ref var header = ref MemoryMarshal.AsRef<FrameHeader>(frame);
        if (header.Salt != _salt || header.Checksum != ChecksumOf(frame)) return false;
        if (!Checksum.Holds(frame[FrameHeader.Size..], header.Page)) return false;
        if (_running.Count == 0) _transaction = header.Transaction;
        if (header.Transaction != _transaction || (header.Page == 0 && header.Digest != Digest(_checksums))) return false;
        _running[header.Page] = _end++;
        _checksums.Add(header.Checksum);
        return true;
    }

    private void Keep()
    {
        foreach (var (id, frame) in _running) _committed[id] = frame;
        Frames = _end;
        Rollback();
    }

    /// <summary>Writes the buffered frames before this one.</summary>
    private void Flush(int end)
    {
        if (end > _firstBuffered) file.Write(OffsetOf(_firstBuffered), _buffer.AsSpan(0, (end - _firstBuffered) * _frameSize));
        _firstBuffered = end;
    }

    private Span<byte> BufferAt(int frame) => _buffer.AsSpan((frame - _firstBuffered) * _frameSize, _frameSize);

    private long OffsetOf(int frame) => pageSize + (long)frame * _frameSize;

    private static uint Digest(List<uint> checksums) => Checksum.Add(~0u, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(checksums)));

    private static uint ChecksumOf(ReadOnlySpan<byte> frame)
    {
        var ofPage = frame.Slice(FrameHeader.Size + NodeHeader.ChecksumAt, sizeof(uint));
        return Checksum.Add(Checksum.Add(~0u, frame[..(FrameHeader.Size - sizeof(uint))]), ofPage);
    }

    private static uint ChecksumOf(in LogHeader header) =>
        Checksum.Add(~0u, MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in header, 1))[..(LogHeader.Size - sizeof(uint))]);
}
