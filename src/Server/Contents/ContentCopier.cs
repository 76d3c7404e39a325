using Qiansi.Documents.Saving;
using Qiansi.Server.Http;

namespace Qiansi.Server.Contents;

/// <summary>Copies files, and folders with all that is in them, under names nobody has.</summary>
internal sealed class ContentCopier(RootFolder root)
{
    /// <summary>Copies one into a folder.</summary>
    /// <exception cref="HttpFailure">400: neither file nor folder, or the folder is inside what is copied; 404:
    /// it is not there.</exception>
    public ContentPath Copy(ContentPath from, ContentPath folder)
    {
        if (from.Api.Length == 0) throw new HttpFailure(400, "The folder that is served cannot be copied into itself.");
        if (!from.Exists) throw new HttpFailure(404, $"There is no file '{from.Api}'.");
        if (!FileFacts.IsOrdinary(from.File))
            throw new HttpFailure(400, $"'{from.Api}' is a pipe, a socket or a device, and not an ordinary file.");
        // What follows a dot in a folder's name is no extension: v1.2 becomes v1.2-Copy1.
        var extension = from.IsFolder ? "" : Path.GetExtension(from.Name);
        var stem = from.Name[..^extension.Length];
        var copied = NewNames.Find(root, folder, stem, extension, "-Copy", always: from.Parent == folder.Api);
        if (from.IsFolder) CopyFolder(from, folder, copied);
        else CopyFile(from.File, copied.File);
        return copied;
    }

    private static void CopyFolder(ContentPath from, ContentPath folder, ContentPath copied)
    {
        if ((folder.Api + "/").StartsWith(from.Api + "/", StringComparison.Ordinal))
            throw new HttpFailure(400, $"'{from.Api}' cannot be copied into itself.");
        // Under its name only when it is whole.
        var temporary = Path.Combine(Path.GetDirectoryName(copied.File)!, $".{Guid.NewGuid():N}.copy");
        try
        {
            CopyEntries(new(from.File), Directory.CreateDirectory(temporary));
            Directory.Move(temporary, copied.File);
        }
        catch
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
            throw;
        }
    }

    private static void CopyEntries(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var entry in from.EnumerateFileSystemInfos())
        {
            var target = Path.Combine(to.FullName, entry.Name);
            // A link stays a link: what it leads to may be outside of what is served, or above it.
            if (entry.LinkTarget is { } link) File.CreateSymbolicLink(target, link);
            else if (entry is DirectoryInfo folder) CopyEntries(folder, Directory.CreateDirectory(target));
            else if (FileFacts.IsOrdinary(entry.FullName)) ((FileInfo)entry).CopyTo(target);
        }
    }

    private static void CopyFile(string from, string to) => AtomicFile.Write(to, target =>
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        source.CopyTo(target);
    });
}
