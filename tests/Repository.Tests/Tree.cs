using System.Xml.Linq;

namespace Qiansi.Repository.Tests;

/// <summary>The files of this repository; paths are relative to it, with forward slashes.</summary>
internal static class Tree
{
    private static readonly string[] NotSources = ["bin", "obj", "artifacts", "node_modules", ".git", ".vs", "TestResults"];

    public static string Folder => Testing.Repository.Folder;

    /// <summary>Every file with this extension, build folders and what npm brings left out.</summary>
    public static IReadOnlyList<string> Files(string extension) =>
        [.. Walk(Folder).Where(f => f.EndsWith(extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    /// <summary>The projects that a project references; what runs in the compiler is none of it.</summary>
    public static IEnumerable<string> ReferencesOf(string project) => Includes(project, "ProjectReference")
        .Select(path => Relative(Path.GetFullPath(Path.Combine(Folder, Path.GetDirectoryName(project)!, path))));

    /// <summary>The packages that a project itself names.</summary>
    public static IEnumerable<string> Packages(string project) => Includes(project, "PackageReference");

    /// <summary>The shared frameworks that a project itself names.</summary>
    public static IEnumerable<string> Frameworks(string project) => Includes(project, "FrameworkReference");

    private static IEnumerable<string> Includes(string project, string kind) =>
        XDocument.Load(Path.Combine(Folder, project)).Descendants(kind)
            .Where(r => r.Attribute("OutputItemType")?.Value != "Analyzer").Select(r => r.Attribute("Include")!.Value);

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder).Select(Relative)
        .Concat(Directory.EnumerateDirectories(folder).Where(d => !NotSources.Contains(Path.GetFileName(d))).SelectMany(Walk));

    private static string Relative(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');
}
