namespace Qiansi.Torch.Files.Elements;

/// <summary>Writes a file beside its final name and moves it there when it is whole: what was there before stays until then.</summary>
internal static class FileOutput
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">Its final name.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        var partial = Path.Combine(Path.GetDirectoryName(full)!,
            $".{Path.GetFileName(full)}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.partial");
        try
        {
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16)) write(stream);
            File.Move(partial, full, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>Writes memory, also more than a span can hold.</summary>
    public static unsafe void Write(Stream stream, byte* memory, long bytes)
    {
        for (long done = 0; done < bytes;)
        {
            var block = (int)Math.Min(bytes - done, 1 << 24);
            stream.Write(new ReadOnlySpan<byte>(memory + done, block));
            done += block;
        }
    }
}
