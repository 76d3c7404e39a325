using System.Security.Cryptography;
using System.Text;

namespace Qiansi.Repository.Tests;

/// <summary>
/// Notebooks.sln has every project and nothing else; <c>SNAPSHOTS=write dotnet test tests/Repository.Tests</c> writes it from the folders.
/// </summary>
public sealed class SolutionTests
{
    private const string FolderKind = "{2150E333-8FDC-42A3-9474-1A3956D46DE8}";
    private const string ProjectKind = "{9A19103F-16F7-4668-BE54-9A1E7A4F7556}";

    [Fact]
    public void The_solution_is_what_the_folders_hold()
    {
        var expected = Generate(Tree.Files(".csproj"));
        var path = Path.Combine(Tree.Folder, "Notebooks.sln");
        if (Snapshot.IsWritten) File.WriteAllText(path, expected, new UTF8Encoding(true));
        Assert.Equal(expected, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Generate(IReadOnlyList<string> projects)
    {
        var folders = projects.SelectMany(FoldersAbove).Distinct().Order(StringComparer.Ordinal).ToList();
        var text = new StringBuilder("\nMicrosoft Visual Studio Solution File, Format Version 12.00\n# Visual Studio Version 17\n");
        foreach (var folder in folders) Entry(FolderKind, Path.GetFileName(folder), Path.GetFileName(folder), folder);
        foreach (var project in projects)
            Entry(ProjectKind, Path.GetFileNameWithoutExtension(project), project.Replace('/', '\\'), project);
        text.Append("Global\n\tGlobalSection(SolutionConfigurationPlatforms) = preSolution\n");
        foreach (var kind in Configurations) text.Append($"\t\t{kind} = {kind}\n");
        text.Append("\tEndGlobalSection\n\tGlobalSection(ProjectConfigurationPlatforms) = postSolution\n");
        foreach (var project in projects)
            foreach (var kind in Configurations)
                text.Append($"\t\t{Id(project)}.{kind}.ActiveCfg = {kind}\n\t\t{Id(project)}.{kind}.Build.0 = {kind}\n");
        text.Append("\tEndGlobalSection\n\tGlobalSection(NestedProjects) = preSolution\n");
        foreach (var inner in folders.Concat(projects))
            if (FoldersAbove(inner).FirstOrDefault() is { } outer) text.Append($"\t\t{Id(inner)} = {Id(outer)}\n");
        return text.Append("\tEndGlobalSection\nEndGlobal\n").ToString();

        void Entry(string kind, string name, string path, string id) =>
            text.Append($"Project(\"{kind}\") = \"{name}\", \"{path}\", \"{Id(id)}\"\nEndProject\n");
    }

    private static string[] Configurations { get; } = ["Debug|Any CPU", "Release|Any CPU"];

    /// <summary>The solution's folders around a project or folder, innermost first: a project's own folder is none.</summary>
    private static IEnumerable<string> FoldersAbove(string path)
    {
        var at = Path.GetDirectoryName(path);
        if (path.EndsWith(".csproj", StringComparison.Ordinal)) at = Path.GetDirectoryName(at);
        for (; !string.IsNullOrEmpty(at); at = Path.GetDirectoryName(at)) yield return at;
    }

    /// <summary>The same path has the same id, so that a solution written anew differs only where the folders do.</summary>
    private static string Id(string path) => new Guid(MD5.HashData(Encoding.UTF8.GetBytes(path))).ToString("B").ToUpperInvariant();
}
