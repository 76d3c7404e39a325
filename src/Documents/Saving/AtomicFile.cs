namespace Qiansi.Documents.Saving;

/// <summary>Replaces a file's content whole or not at all.</summary>
/// <remarks>The new content goes to a temporary file in the same folder, is flushed to the disk,
/// and takes the old file's place by renaming; readers see either the old or the new.</remarks>
public static class AtomicFile
{
    /// <summary>Writes a file. A symbolic link stays one, its target is replaced; the file mode stays.</summary>
    /// <exception cref="DocumentException">It cannot be written; the old file is whole and the temporary one removed.</exception>
    public static void Write(string path, byte[] content) => Write(path, stream => stream.Write(content));

    /// <summary>Writes a file as <see cref="Write(string, byte[])"/> does, piece by piece.</summary>
    /// <exception cref="DocumentException">It cannot be written; the old file is whole and the temporary one removed.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string? temporary = null;
        try
        {
            var target = Target(path);
            if (File.Exists(target) && File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
                throw new UnauthorizedAccessException("it is read-only");
            temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Guid.NewGuid():N}.tmp");
            using (var stream = new FileStream(temporary, Options(target)))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            // The mode given at creation is cut by the process's umask, so it is set again.
            if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            File.Move(temporary, target, overwrite: true);
            temporary = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException(path, 0, 0, $"the file cannot be written ({e.Message.TrimEnd('.')})",
                "What was there before is untouched. Check the folder's permissions and the free space, or save under another name.", e);
        }
        finally
        {
            if (temporary is not null && File.Exists(temporary)) File.Delete(temporary);
        }
    }

    /// <summary>The file that is meant, behind any symbolic links.</summary>
    private static string Target(string path)
    {
        var full = Path.GetFullPath(path);
        return new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
    }

    private static FileStreamOptions Options(string target)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows() && File.Exists(target)) options.UnixCreateMode = File.GetUnixFileMode(target);
        return options;
    }
}
