using Qiansi.Torch.Files.Elements;

namespace Qiansi.Torch.Files.Numpy;

/// <summary>An open <c>.npz</c> file: a zip archive of <c>.npy</c> arrays.</summary>
internal sealed class NpzFile : IDisposable
{
    private const string Extension = ".npy";
    private readonly ZipFileReader _archive;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidDataException">It is no archive of arrays.</exception>
    public NpzFile(string path)
    {
        _archive = new ZipFileReader(path);
        Names = [.. _archive.Names.Where(n => n.EndsWith(Extension, StringComparison.Ordinal)).Select(n => n[..^Extension.Length])];
        if (Names.Count > 0 || !_archive.Names.Any()) return;
        var first = _archive.Names.First();
        _archive.Dispose();
        throw new FilePlace(path, "archive").Error(
            $"no array in it (its first entry is '{first}'); a .npz file holds entries that end in .npy");
    }

    /// <summary>The arrays' names, without <c>.npy</c>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Opens an array, gives it to <paramref name="use"/> and closes it.</summary>
    public T Read<T>(string name, Func<ArraySource, T> use)
    {
        using var stream = _archive.Open(name + Extension);
        return use(NpyReader.Open(stream, _archive.Length(name + Extension)!.Value, _archive.Path, name));
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();
}
