namespace Qiansi.Testing;

/// <summary>The clone that the tests are of.</summary>
public static class Repository
{
    /// <summary>Its folder: the one with Notebooks.sln.</summary>
    public static string Folder { get; } = Find();

    /// <summary>A path in it.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    private static string Find()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Notebooks.sln")))
            at = Path.GetDirectoryName(at)
                ?? throw new DirectoryNotFoundException($"Notebooks.sln is above no folder of {AppContext.BaseDirectory}.");
        return at;
    }
}
