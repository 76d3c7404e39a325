using Qiansi.Drawing;

namespace Qiansi.Trees.Adapters;

/// <summary>Folders with their files and sizes; links are not followed.</summary>
internal static class DirectoryAdapter
{
    /// <summary>The tree of a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">It is not there.</exception>
    public static TreeItem Read(DirectoryInfo directory)
    {
        if (!directory.Exists) throw new DirectoryNotFoundException($"The folder {directory.FullName} is not there.");
        return Folder(directory);
    }

    private static TreeItem Folder(DirectoryInfo directory) => new(directory.Name + "/", directory)
    {
        Category = "folder",
        Children = directory.LinkTarget is null ? Inside(directory) : [],
    };

    private static IEnumerable<TreeItem> Inside(DirectoryInfo directory)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = directory.GetFileSystemInfos();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return [new("(cannot be read)", directory) { Shape = NodeShape.Text }];
        }

        return entries.OrderBy(e => e is not DirectoryInfo).ThenBy(e => e.Name, StringComparer.OrdinalIgnoreCase)
            .Select(e => e is DirectoryInfo below ? Folder(below) : File((FileInfo)e));
    }

    private static TreeItem File(FileInfo file) =>
        new(file.Exists ? $"{file.Name} · {NumberText.Bytes(file.Length)}" : file.Name, file) { Category = "file", Shape = NodeShape.Text };
}
