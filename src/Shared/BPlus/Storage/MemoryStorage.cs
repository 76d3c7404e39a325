namespace Qiansi.BPlus.Storage;

/// <summary>A tree in memory.</summary>
internal sealed class MemoryStorage : IStorage
{
    public string Name => "in memory";

    public IFile Data { get; } = new MemoryFile();

    public IFile Log { get; } = new MemoryFile();

    public void DeleteLog()
    {
    }

    public void Dispose()
    {
        Data.Dispose();
        Log.Dispose();
    }
}
