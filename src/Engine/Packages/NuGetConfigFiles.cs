namespace Qiansi.Engine.Packages;

/// <summary>Finds the NuGet.config files that apply to a folder, as NuGet itself does.</summary>
/// <remarks>Specification: "How settings are applied" of the NuGet.config reference. Machine-wide files are left to NuGet.</remarks>
internal static class NuGetConfigFiles
{
    // The spellings NuGet accepts where file names have case.
    private static readonly string[] Names = ["nuget.config", "NuGet.config", "NuGet.Config"];

    /// <summary>Those of a folder and its parents, nearest first.</summary>
    public static IReadOnlyList<string> Above(string folder)
    {
        var files = new List<string>();
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (Names.Select(name => Path.Combine(at.FullName, name)).FirstOrDefault(File.Exists) is { } file) files.Add(file);
        }
        return files;
    }

    /// <summary>Those of the user.</summary>
    public static IReadOnlyList<string> OfUser()
    {
        var root = OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "NuGet")
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "NuGet");
        var files = Names.Select(name => Path.Combine(root, name)).Where(File.Exists).Take(1).ToList();
        var more = Path.Combine(root, "config");
        if (Directory.Exists(more)) files.AddRange(Directory.EnumerateFiles(more, "*.config").Order(StringComparer.Ordinal));
        return files;
    }
}
