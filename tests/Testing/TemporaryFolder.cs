namespace Qiansi.Testing;

/// <summary>A folder that lives as long as a test; its name has a space and letters beyond ASCII.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pages 页面 ");

    public string Folder => _folder.FullName;

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
