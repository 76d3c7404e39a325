namespace Qiansi.BPlus.Storage;

/// <summary>A tree in a file, and beside it while it is open, or after a crash, its log: <c>NAME.wal</c>.</summary>
internal sealed class DiskStorage : IStorage
{
    private readonly string _logPath;
    private readonly bool _isReadOnly;
    private bool _isLogDone;

    /// <summary>Opens or makes the files.</summary>
    /// <exception cref="IOException">Another process has the tree open, or the file cannot be opened.</exception>
    public DiskStorage(string path, bool isReadOnly)
    {
        Name = Path.GetFullPath(path);
        (_logPath, _isReadOnly) = (Name + ".wal", isReadOnly);
        if (isReadOnly)
        {
            Data = new DiskFile(File.OpenHandle(Name, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.RandomAccess));
            Log = File.Exists(_logPath)
                ? new DiskFile(File.OpenHandle(_logPath, FileMode.Open, FileAccess.Read, FileShare.Read))
                : new MemoryFile();
            return;
        }

        var isNew = !File.Exists(Name) || !File.Exists(_logPath);
        Data = new DiskFile(File.OpenHandle(Name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, FileOptions.RandomAccess));
        Log = new DiskFile(File.OpenHandle(_logPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        if (isNew) DiskFile.SyncFolder(Path.GetDirectoryName(Name)!);
    }

    public string Name { get; }

    public IFile Data { get; }

    public IFile Log { get; }

    public void DeleteLog() => _isLogDone = true;

    public void Dispose()
    {
        // One that was just made holds nothing, and stands beside a file that may be none of ours.
        var isDone = !_isReadOnly && (_isLogDone || Log.Length == 0);
        Log.Dispose();
        // Before others can open the tree.
        if (isDone) File.Delete(_logPath);
        Data.Dispose();
    }
}
