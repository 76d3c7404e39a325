using Qiansi.Documents;

namespace Qiansi.Chapters;

/// <summary>A chapter of the course, as it is in the repository.</summary>
/// <param name="Name">Its file's name.</param>
/// <param name="Path">Its file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Notebook">Its cells.</param>
internal sealed record Chapter(string Name, string Path, long Bytes, Notebook Notebook)
{
    /// <summary>The repository's folder.</summary>
    public static string Root => Repository.Folder;

    /// <summary>Names of all chapters, <c>00-start-here.ipynb</c> included.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Directory.GetFiles(System.IO.Path.Combine(Root, "notebooks"), "*.ipynb")
        .Select(f => System.IO.Path.GetFileName(f)!).Where(n => !n.EndsWith(".student.ipynb", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    /// <summary>Names of the chapters with lessons and exercises: 01 and after.</summary>
    public static IReadOnlyList<string> Lessons { get; } = [.. Names.Where(n => !n.StartsWith("00-", StringComparison.Ordinal))];

    public static Chapter Load(string name)
    {
        var path = System.IO.Path.Combine(Root, "notebooks", name);
        return new(name, path, new FileInfo(path).Length, Notebook.Load(path));
    }
}
