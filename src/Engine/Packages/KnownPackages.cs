namespace Qiansi.Engine.Packages;

/// <summary>The packages that lie on this machine: unpacked by earlier restores, or as files in folders that cells named.
/// Used for hints only.</summary>
/// <param name="packagesFolder">Where packages are unpacked, <c>name/version/</c>.</param>
/// <param name="feeds">Folders of <c>.nupkg</c> files; addresses are passed over.</param>
internal sealed class KnownPackages(string packagesFolder, IEnumerable<string> feeds)
{
    private readonly string[] _feeds = [.. feeds.Where(Directory.Exists)];

    /// <summary>Where NuGet unpacks packages unless told otherwise.</summary>
    public static string DefaultFolder =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
            ? chosen
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>At most three names that were perhaps meant.</summary>
    public IReadOnlyList<string> NearestNames(string name)
    {
        var wanted = name.ToLowerInvariant();
        var limit = Math.Max(1, wanted.Length / 5);
        return [.. (from candidate in Names().Distinct(StringComparer.OrdinalIgnoreCase)
                   let lower = candidate.ToLowerInvariant()
                   where lower != wanted
                   let distance = lower.StartsWith(wanted + ".", StringComparison.Ordinal)
                       ? 1 : Directives.NearestNames.Distance(lower, wanted)
                   where distance <= limit
                   orderby distance, candidate.Length
                   select candidate).Take(3)];
    }

    /// <summary>At most eight versions, the newest first.</summary>
    public IReadOnlyList<string> VersionsOf(string name)
    {
        var folder = Path.Combine(packagesFolder, name.ToLowerInvariant());
        var unpacked = Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(f => Path.GetFileName(f)!) : [];
        var files = _feeds.SelectMany(Files).Where(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(f => f.Version);
        return [.. unpacked.Concat(files).Select(SemanticVersion.TryParse).OfType<SemanticVersion>().Distinct().OrderDescending()
            .Take(8).Select(v => v.ToString())];
    }

    private IEnumerable<string> Names() =>
        _feeds.SelectMany(Files).Select(f => f.Name).Concat(
            Directory.Exists(packagesFolder) ? Directory.EnumerateDirectories(packagesFolder).Select(f => Path.GetFileName(f)!) : []);

    // Name.With.Dots.1.2.3-beta.nupkg: the version starts at the first part that makes the rest a version.
    private static IEnumerable<(string Name, string Version)> Files(string feed)
    {
        foreach (var path in Directory.EnumerateFiles(feed, "*.nupkg"))
        {
            var stem = Path.GetFileNameWithoutExtension(path);
            for (var dot = stem.IndexOf('.'); dot >= 0; dot = stem.IndexOf('.', dot + 1))
            {
                if (SemanticVersion.TryParse(stem[(dot + 1)..]) is null) continue;
                yield return (stem[..dot], stem[(dot + 1)..]);
                break;
            }
        }
    }
}
