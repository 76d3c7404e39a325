using Qiansi.Documents;

namespace Qiansi.Server.Course;

/// <summary>How chapters with solutions become what a student works in.</summary>
/// <param name="Make">Takes the solutions out of a notebook, which errors call by the text; false when it is no teacher's edition.</param>
/// <param name="Solution">The solution of an exercise, by the name its check reports; null when the chapter has none.</param>
public sealed record StudentEdition(Func<Notebook, string, bool> Make, Func<Notebook, string, string?> Solution)
{
    /// <summary>The folder beside the chapters where a student's copies are kept.</summary>
    public const string FolderName = "my-work";

    /// <summary>The folder whose files a notebook refers to: the chapter's, for a copy.</summary>
    public static string SourceFolder(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (Path.GetFileName(folder) != FolderName || Path.GetDirectoryName(folder) is not { } above) return folder;
        return File.Exists(Path.Combine(above, Path.GetFileName(file))) ? above : folder;
    }
}
