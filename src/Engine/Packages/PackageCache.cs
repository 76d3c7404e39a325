using System.Text.Json;

namespace Qiansi.Engine.Packages;

/// <summary>Remembers resolutions, so that the second use of a package set needs neither network nor SDK process.</summary>
/// <remarks>
/// One folder a set under the user's cache: <c>resolved.json</c> (replaced in one step),
/// <c>lock</c> (held while a session restores the set). A set with floating versions is asked for again after
/// <see cref="FloatingLifetime"/>.
/// </remarks>
/// <param name="folder">Folder of all entries.</param>
/// <param name="clock">Tells the age of entries.</param>
internal sealed class PackageCache(string folder, TimeProvider clock)
{
    /// <summary>How long <c>1.*</c>, a range or no version keep meaning what they meant.</summary>
    public static readonly TimeSpan FloatingLifetime = TimeSpan.FromHours(24);

    /// <summary>A remembered resolution.</summary>
    /// <param name="Packages">All packages of the set.</param>
    /// <param name="Notes">What was to say about them.</param>
    /// <param name="Created">When NuGet was asked.</param>
    /// <param name="IsFresh">Whether it may be used without asking again.</param>
    internal sealed record Entry(
        IReadOnlyList<ResolvedPackage> Packages, IReadOnlyList<string> Notes, DateTimeOffset Created, bool IsFresh);

    /// <summary>Folder of a set's entry.</summary>
    public string FolderOf(string key) => Path.Combine(folder, key);

    /// <summary>The entry of a key; null when there is none, when files it names are gone, or when it cannot be read.</summary>
    public Entry? TryRead(string key, bool isFloating)
    {
        var file = Path.Combine(FolderOf(key), "resolved.json");
        if (!File.Exists(file)) return null;
        Stored? stored;
        try
        {
            stored = JsonSerializer.Deserialize(File.ReadAllBytes(file), ResolvedJson.Default.Stored);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null; // as good as none: it is made anew
        }
        if (stored is null || !stored.Packages.All(IsComplete)) return null;
        var age = clock.GetUtcNow() - stored.Created;
        return new Entry(stored.Packages, stored.Notes, stored.Created, !isFloating || (age < FloatingLifetime && age >= TimeSpan.Zero));
    }

    /// <summary>Remembers a resolution.</summary>
    /// <param name="key">The set.</param>
    /// <param name="packages">All packages of the set.</param>
    /// <param name="notes">What is to say about them.</param>
    /// <param name="provisional">Made without the sources: good while they stay silent,
    /// to be asked for again when something of the set floats.</param>
    public Entry Write(string key, IReadOnlyList<ResolvedPackage> packages, IReadOnlyList<string> notes, bool provisional = false)
    {
        var stored = new Stored(provisional ? DateTimeOffset.UnixEpoch : clock.GetUtcNow(), [.. packages], [.. notes]);
        string file = Path.Combine(FolderOf(key), "resolved.json"), fresh = file + "." + Guid.NewGuid().ToString("N");
        Directory.CreateDirectory(FolderOf(key));
        File.WriteAllBytes(fresh, JsonSerializer.SerializeToUtf8Bytes(stored, ResolvedJson.Default.Stored));
        File.Move(fresh, file, overwrite: true);
        return new Entry(packages, notes, stored.Created, true);
    }

    /// <summary>Waits until no other session restores the same set.</summary>
    /// <param name="key">The set.</param>
    /// <param name="waiting">Called once when there is something to wait for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IDisposable> LockAsync(string key, Action waiting, CancellationToken cancellation)
    {
        Directory.CreateDirectory(FolderOf(key));
        var file = Path.Combine(FolderOf(key), "lock");
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            // Only "somebody has it": a full disk or a missing folder would not pass by waiting.
            catch (IOException e)
                when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException) && File.Exists(file))
            {
                if (attempt == 0) waiting();
                await Task.Delay(100, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static bool IsComplete(ResolvedPackage package) =>
        package.ReferenceAssemblies.All(File.Exists) && package.RuntimeAssemblies.All(File.Exists)
        && package.SatelliteAssemblies.All(File.Exists) && package.NativeLibraries.All(File.Exists)
            && package.ExtensionAssemblies.All(File.Exists) && package.ExtensionScripts.All(File.Exists);

    /// <summary>The file's shape.</summary>
    internal sealed record Stored(DateTimeOffset Created, ResolvedPackage[] Packages, string[] Notes);
}
