using System.Collections.Concurrent;
using Qiansi.Server.Http;

namespace Qiansi.Server.Contents;

/// <summary>Large files that arrive in pieces: they are put together beside their place,
/// and take it when the last piece is there.</summary>
internal sealed class PartialUploads
{
    private const long MostBytes = 16L << 30;
    private readonly ConcurrentDictionary<string, (string Temporary, int Next)> _open = new();

    /// <summary>Adds a piece: 1 begins, -1 ends.</summary>
    /// <exception cref="HttpFailure">409: a piece is missing before this one.</exception>
    public void Add(ContentPath path, int chunk, byte[] bytes)
    {
        if (chunk == 1) Begin(path);
        if (!_open.TryGetValue(path.File, out var upload))
            throw new HttpFailure(409, $"'{path.Api}': piece {chunk} came, but no first piece. Upload it again.");
        if (chunk != -1 && chunk != upload.Next)
            throw new HttpFailure(409, $"'{path.Api}': piece {chunk} came where {upload.Next} belongs. Upload it again.");
        try
        {
            using (var file = new FileStream(upload.Temporary, FileMode.Append, FileAccess.Write, FileShare.None))
            {
                if (file.Length + bytes.Length > MostBytes)
                    throw new HttpFailure(413, $"'{path.Api}' is larger than the {MostBytes >> 30} GiB that are taken.");
                file.Write(bytes);
                if (chunk == -1) file.Flush(flushToDisk: true);
            }
            if (chunk != -1)
            {
                _open[path.File] = (upload.Temporary, chunk + 1);
                return;
            }
            if (!OperatingSystem.IsWindows() && File.Exists(path.File))
                File.SetUnixFileMode(upload.Temporary, File.GetUnixFileMode(path.File));
            File.Move(upload.Temporary, File.ResolveLinkTarget(path.File, returnFinalTarget: true)?.FullName ?? path.File, overwrite: true);
            _open.TryRemove(path.File, out _);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or HttpFailure)
        {
            if (_open.TryRemove(path.File, out _)) File.Delete(upload.Temporary);
            throw;
        }
    }

    private void Begin(ContentPath path)
    {
        if (_open.TryRemove(path.File, out var before)) File.Delete(before.Temporary);
        var temporary = Path.Combine(Path.GetDirectoryName(path.File)!, $".{Guid.NewGuid():N}.upload");
        using (File.Create(temporary))
        {
        }
        _open[path.File] = (temporary, 1);
    }
}
