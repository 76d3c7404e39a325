using System.Runtime.InteropServices;
using Qiansi.BPlus.Pages;

namespace Qiansi.BPlus.Storage;

/// <summary>
/// The pages of a tree: in the pool, in the log or in the file, whichever is newest. Changes are made in the pool, and are safe, all or
/// none, when <see cref="Commit"/> returns.
/// </summary>
internal sealed class Pager : IDisposable
{
    private readonly IStorage _storage;
    private readonly BPlusOptions _options;
    private readonly WriteAheadLog _log;
    private readonly BufferPool _pool;
    private readonly List<Page> _changed = [];
    private readonly byte[] _header;
    private readonly byte[] _committedHeader;
    private ulong _attempt;
    private Exception? _failure;
    private bool _isSpoiled;
    private bool _isDisposed;

    /// <summary>Opens the files; takes what the log holds after a crash.</summary>
    /// <param name="storage">The files, disposed with this.</param>
    /// <param name="options">How they are opened.</param>
    /// <param name="create">Header of a new file.</param>
    public Pager(IStorage storage, BPlusOptions options, Func<FileHeader> create)
    {
        (_storage, _options) = (storage, options);
        var found = FileOpening.FindPageSize(storage, options);
        PageSize = found ?? options.PageSize ?? FileOpening.UsualPageSize;
        (_header, _committedHeader) = (new byte[PageSize], new byte[PageSize]);
        _log = new(storage.Log, PageSize);
        _pool = new(options.PoolPages, PageSize, Load, Write);
        var recovered = _log.Recover(out var fileId) ?? 0;
        IsNew = recovered == 0 && storage.Data.Length == 0;
        if (IsNew)
        {
            if (options.IsReadOnly) throw new BPlusFileException($"{storage.Name}: the file is empty; open it once for writing.");
            Header = create();
            _log.Reset(Header.FileId);
            return;
        }

        RecoveredTransactions = recovered;
        if (!_log.TryRead(0, _header)) storage.Data.Read(0, _header);
        FileOpening.Check(storage, _header, recovered > 0 ? fileId : null);
        _header.CopyTo(_committedHeader, 0);
        _attempt = Header.Transaction;
        if (options.IsReadOnly) return;
        if (recovered > 0) Checkpoint();
        else _log.Reset(Header.FileId);
    }

    public ref FileHeader Header => ref MemoryMarshal.AsRef<FileHeader>(_header.AsSpan());

    public int PageSize { get; }

    /// <summary>Whether the file has nothing in it yet.</summary>
    public bool IsNew { get; }

    /// <summary>Transactions that opening has found in the log.</summary>
    public int RecoveredTransactions { get; }

    public bool IsRunning { get; private set; }

    public PageCounts Counts => new(_pool.Hits, _pool.Reads, _log.Written, _pool.Spills, CheckpointedPages, Checkpoints);

    public int LogFrames => _log.Frames;

    public int Pinned => _pool.Pinned;

    public long Checkpoints { get; private set; }

    public long CheckpointedPages { get; private set; }

    /// <summary>A page to look at; it may leave the pool when the next one is asked for.</summary>
    public Page Get(uint id) => _pool.Get(id);

    /// <summary>Gets ready for reading.</summary>
    public void CheckUsable()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(BPlusTree));
        if (_failure is not null)
            throw new InvalidOperationException(
                $"{_storage.Name}: writing failed ({_failure.Message}). Dispose the tree and open it again: it is as the last " +
                "commit left it.", _failure);
        if (_isSpoiled) throw new InvalidOperationException("The transaction was broken off by an error and can only be rolled back.");
    }

    /// <summary>Begins a transaction, unless one is running.</summary>
    /// <returns>Whether it was begun, and the caller ends it.</returns>
    public bool Enter()
    {
        CheckUsable();
        if (_options.IsReadOnly) throw new InvalidOperationException($"{_storage.Name} is open for reading only (IsReadOnly).");
        if (IsRunning) return false;
        IsRunning = true;
        _log.Begin(++_attempt);
        return true;
    }

    /// <summary>A change has been broken off: nothing of its transaction stays.</summary>
    public void Fail(bool isOwn)
    {
        _isSpoiled = !isOwn;
        if (isOwn) Rollback();
        else _pool.Unpin();
    }

    /// <summary>Announces that a page will be changed.</summary>
    public void Change(Page page)
    {
        if (page.IsDirty) return;
        page.IsDirty = true;
        _changed.Add(page);
    }

    public Page Allocate()
    {
        if (Header.FreeHead == 0) return Added(_pool.Add(Header.PageCount++));
        var page = _pool.Get(Header.FreeHead);
        if (page.Node.Header.Kind != PageKind.Free) throw Damaged(page.Id, "is in the list of free pages and in use");
        Header.FreeHead = page.Node.Header.Next;
        Header.FreeCount--;
        Array.Clear(page.Bytes);
        return Added(page);

        Page Added(Page added)
        {
            Change(added);
            return added;
        }
    }

    public void Free(Page page)
    {
        Change(page);
        page.Node.Clear(PageKind.Free, 0);
        (page.Node.Header.First, page.Node.Header.Next) = (0, Header.FreeHead);
        Header.FreeHead = page.Id;
        Header.FreeCount++;
    }

    /// <summary>Ends the transaction; when this returns, it holds.</summary>
    public void Commit()
    {
        CheckUsable();
        try
        {
            foreach (var page in _changed) if (page.IsDirty) Write(page);
            if (_log.RunningPages.Count > 0)
            {
                Header.Transaction = _attempt;
                Checksum.Seal(_header, 0);
                _log.Commit(_header, _options.Durability == Durability.EachCommit);
                _header.CopyTo(_committedHeader, 0);
            }

            _changed.Clear();
            IsRunning = false;
            if (_log.Frames >= _options.CheckpointPages) Checkpoint();
        }
        catch (Exception e)
        {
            // Nobody knows what has reached the disk; the next one to open the file will see.
            _failure = e;
            throw;
        }
    }

    /// <summary>Ends the transaction as if it had not been.</summary>
    public void Rollback()
    {
        foreach (var page in _changed) if (page.IsDirty) _pool.Drop(page);
        foreach (var id in _log.RunningPages) if (_pool.TryPeek(id) is { } page) _pool.Drop(page);
        _changed.Clear();
        _log.Rollback();
        _committedHeader.CopyTo(_header, 0);
        _pool.Unpin();
        (IsRunning, _isSpoiled) = (false, false);
    }

    /// <summary>Lets go of all pages that are held.</summary>
    public void Unpin(List<Page> pages)
    {
        foreach (var page in pages) page.Pins--;
        pages.Clear();
    }

    /// <summary>Copies the pages of the log into the file, and begins the log anew.</summary>
    public void Checkpoint()
    {
        try
        {
            CopyToFile();
        }
        catch (Exception e)
        {
            _failure = e;
            throw;
        }
    }

    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        try
        {
            if (IsRunning) Rollback();
            if (_failure is not null || _options.IsReadOnly) return;
            if (_log.Frames > 0) Checkpoint();
            if (_storage.Data.Length > 0) _storage.DeleteLog();
        }
        finally
        {
            _storage.Dispose();
        }
    }

    private void CopyToFile()
    {
        _log.Sync();
        const int run = 64;
        var (buffer, first, count) = (new byte[run * PageSize], 0u, 0);
        foreach (var id in _log.Pages)
        {
            if (count == run || id != first + count) Flush();
            if (count == 0) first = id;
            var place = buffer.AsSpan(count++ * PageSize, PageSize);
            if (id != 0 && _pool.TryPeek(id) is { } page) page.Bytes.CopyTo(place);
            else if (!_log.TryRead(id, place) || !Checksum.Holds(place, id)) throw Damaged(id, "was not found whole in the log");
        }

        Flush();
        _storage.Data.Sync();
        _log.Reset(Header.FileId);
        Checkpoints++;

        void Flush()
        {
            _storage.Data.Write((long)first * PageSize, buffer.AsSpan(0, count * PageSize));
            CheckpointedPages += count;
            count = 0;
        }
    }

    /// <summary>What is wrong with a page.</summary>
    public BPlusFileException Damaged(uint id, string what) => new($"{_storage.Name}: page {id} {what}.");

    private void Load(Page page)
    {
        if (!_log.TryRead(page.Id, page.Bytes) && _storage.Data.Read((long)page.Id * PageSize, page.Bytes) < PageSize)
            throw Damaged(page.Id, $"lies beyond the end of the file ({_storage.Data.Length:N0} bytes): the file was cut off");
        if (!Checksum.Holds(page.Bytes, page.Id)) throw Damaged(page.Id, "is damaged: its checksum does not fit its contents");
    }

    private void Write(Page page)
    {
        Checksum.Seal(page.Bytes, page.Id);
        _log.Append(page.Id, page.Bytes);
        page.IsDirty = false;
    }
}
