namespace Qiansi.BPlus.Storage;

/// <summary>Where a tree is kept: its pages, and its log.</summary>
internal interface IStorage : IDisposable
{
    /// <summary>What errors call it.</summary>
    string Name { get; }

    IFile Data { get; }

    IFile Log { get; }

    /// <summary>The log is not needed any more: its pages are all in <see cref="Data"/>. It goes when this is disposed.</summary>
    void DeleteLog();
}
