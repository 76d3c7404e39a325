namespace Qiansi.Charts.Tests;

/// <summary>Where the sources of the tests lie.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Notebooks.sln"))) at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException("Notebooks.sln is above no folder of the tests.");
        return at;
    }
}
