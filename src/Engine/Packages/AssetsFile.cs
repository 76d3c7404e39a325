using System.Text.Json;

namespace Qiansi.Engine.Packages;

/// <summary>What NuGet wrote down about a restore: <c>project.assets.json</c>.</summary>
/// <remarks>Read are <c>targets</c> (the graph with each package's assets), <c>libraries</c> (where they lie),
/// <c>packageFolders</c> and <c>logs</c>.</remarks>
internal sealed class AssetsFile : IDisposable
{
    private readonly JsonDocument _document;

    private AssetsFile(JsonDocument document) => _document = document;

    /// <summary>Opens the file; null when the restore has not come as far as writing one.</summary>
    public static AssetsFile? TryOpen(string path)
    {
        if (!File.Exists(path)) return null;
        using var stream = File.OpenRead(path);
        return new AssetsFile(JsonDocument.Parse(stream));
    }

    /// <summary>Errors and warnings of the restore.</summary>
    public IEnumerable<RestoreMessage> Messages
    {
        get
        {
            if (!_document.RootElement.TryGetProperty("logs", out var logs)) yield break;
            foreach (var log in logs.EnumerateArray())
            {
                yield return new RestoreMessage(
                    Text(log, "code"), Text(log, "level") == "Error", Text(log, "message"), Text(log, "libraryId"));
            }
        }
    }

    /// <summary>The packages of this machine's platform.</summary>
    /// <param name="set">Says which were asked for.</param>
    public IReadOnlyList<ResolvedPackage> Packages(PackageSet set)
    {
        var direct = set.References.Select(r => r.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var packages = new List<ResolvedPackage>();
        foreach (var entry in Target(forPlatform: true).EnumerateObject())
        {
            if (Text(entry.Value, "type") != "package" || Folder(entry.Name) is not { } folder) continue;
            var (name, version) = Split(entry.Name);
            packages.Add(new ResolvedPackage(name, version, direct.Contains(name), folder)
            {
                ReferenceAssemblies = Assets(entry.Value, "compile", folder),
                RuntimeAssemblies = Assets(entry.Value, "runtime", folder),
                SatelliteAssemblies = Assets(entry.Value, "resource", folder),
                NativeLibraries = Assets(entry.Value, "native", folder),
                ExtensionAssemblies = Extensions(entry.Name, folder, ".dll"),
                ExtensionScripts = Extensions(entry.Name, folder, ".dib"),
            });
        }
        return packages;
    }

    /// <summary>Of a project that was built: the packages that it and the projects it references ask for, in the versions it got.</summary>
    /// <param name="framework">The framework it was built for.</param>
    public IReadOnlyList<PackageReference> PackagesOfProject(string framework)
    {
        var target = TargetOf(framework);
        var project = _document.RootElement.GetProperty("project").GetProperty("frameworks");
        var own = project.EnumerateObject().Where(f => f.Name == framework).SelectMany(f => Dependencies(f.Value));
        var asked = own.Concat(target.EnumerateObject().Where(IsProject).SelectMany(p => Dependencies(p.Value)))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. from entry in target.EnumerateObject()
                   let package = Split(entry.Name)
                   where !IsProject(entry) && asked.Contains(package.Name)
                   select new PackageReference(package.Name, VersionRange.TryParse(package.Version))];
    }

    /// <summary>File names of the assemblies of the projects that a project references.</summary>
    /// <param name="framework">The framework it was built for.</param>
    public IReadOnlyList<string> ReferencedProjects(string framework) =>
        [.. TargetOf(framework).EnumerateObject().Where(IsProject).SelectMany(p => Assets(p.Value, "compile", ""))
            .Select(f => Path.GetFileName(f))];

    /// <summary>Packages that need another one: <c>Humanizer 2.14.1</c>.</summary>
    public IEnumerable<string> NeededBy(string name) =>
        from entry in Target(forPlatform: false).EnumerateObject()
        where Dependencies(entry.Value).Contains(name, StringComparer.OrdinalIgnoreCase)
        select entry.Name.Replace('/', ' ');

    /// <summary>Sentences about packages that will not work here in full: no native library for this platform,
    /// a framework that is not running.</summary>
    public IEnumerable<string> PlatformNotes() => ForeignNatives().Concat(ForeignFrameworks());

    // Often each platform's natives are a package of their own, and one package needs them all: only where none of these fits is there
    // something to say.
    private IEnumerable<string> ForeignNatives()
    {
        var all = Target(forPlatform: false).EnumerateObject().ToList();
        var here = Target(forPlatform: true).EnumerateObject().Where(p => p.Value.TryGetProperty("native", out _))
            .Select(p => Split(p.Name).Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var foreign = all.Where(p => !here.Contains(Split(p.Name).Name) && NativePlatforms(p.Value).Any()).ToList();
        foreach (var group in foreign.GroupBy(package => all.Where(p => DependsOn(p, package)).Append(package).First().Name))
        {
            if (Dependencies(all.Find(p => p.Name == group.Key).Value).Any(here.Contains)) continue;
            var platforms = string.Join(", ", group.SelectMany(p => NativePlatforms(p.Value)).Distinct());
            yield return $"{group.Key.Replace('/', ' ')} has no native library for "
                + $"{TargetPlatform.RuntimeIdentifier}, only for {platforms}."
                + (group.Any(p => p.Name != group.Key) ? " Its author may have a package of its own for this platform." : "");
        }
    }

    private IEnumerable<string> ForeignFrameworks() =>
        from entry in Target(forPlatform: false).EnumerateObject()
        where entry.Value.TryGetProperty("frameworkReferences", out _)
        from framework in entry.Value.GetProperty("frameworkReferences").EnumerateArray().Select(f => f.GetString())
        where framework is not ("Microsoft.NETCore.App" or "Microsoft.AspNetCore.App")
        select $"{entry.Name.Replace('/', ' ')} needs the framework {framework}, which this kernel does not run on.";

    private static bool DependsOn(JsonProperty user, JsonProperty package) =>
        Dependencies(user.Value).Contains(Split(package.Name).Name, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> NativePlatforms(JsonElement package) =>
        package.TryGetProperty("runtimeTargets", out var targets)
            ? targets.EnumerateObject().Where(t => Text(t.Value, "assetType") == "native").Select(t => Text(t.Value, "rid")).Distinct()
            : [];

    private static IEnumerable<string> Dependencies(JsonElement package) =>
        package.TryGetProperty("dependencies", out var dependencies) ? dependencies.EnumerateObject().Select(d => d.Name) : [];

    /// <inheritdoc />
    public void Dispose() => _document.Dispose();

    // "net10.0" is the graph of every platform, "net10.0/linux-x64" that of one; names of the first kind have no slash.
    private JsonElement Target(bool forPlatform)
    {
        JsonElement found = default;
        foreach (var target in _document.RootElement.GetProperty("targets").EnumerateObject())
        {
            found = target.Value;
            if (target.Name.Contains('/') == forPlatform) break;
        }
        return found.ValueKind == JsonValueKind.Object
            ? found : throw new InvalidDataException("project.assets.json has no targets; delete the package cache and try again.");
    }

    // Frameworks before .NET 5 have a long name there: ".NETStandard,Version=v2.0".
    private JsonElement TargetOf(string framework)
    {
        var old = ".NETStandard,Version=v" + framework.Replace("netstandard", "", StringComparison.Ordinal);
        return _document.RootElement.GetProperty("targets").EnumerateObject().First(t => t.Name == framework || t.Name == old).Value;
    }

    private static bool IsProject(JsonProperty library) => Text(library.Value, "type") == "project";

    private string? Folder(string library)
    {
        var path = Text(_document.RootElement.GetProperty("libraries").GetProperty(library), "path");
        return _document.RootElement.GetProperty("packageFolders").EnumerateObject()
            .Select(f => Path.GetFullPath(Path.Combine(f.Name, path))).FirstOrDefault(Directory.Exists);
    }

    private string[] Extensions(string library, string folder, string extension)
    {
        if (!_document.RootElement.GetProperty("libraries").GetProperty(library).TryGetProperty("files", out var files)) return [];
        return [.. from file in files.EnumerateArray()
                   let name = file.GetString()!
                   where name.StartsWith("interactive-extensions/dotnet/", StringComparison.OrdinalIgnoreCase)
                       && (extension == ".dib" ? name.EndsWith("/extension.dib", StringComparison.OrdinalIgnoreCase)
                           : name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                       && name.Count('/') == 2
                   select Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar))];
    }

    private static string[] Assets(JsonElement library, string kind, string folder) =>
        !library.TryGetProperty(kind, out var assets) ? [] : [.. from asset in assets.EnumerateObject()
                                                                 where !asset.Name.EndsWith("/_._", StringComparison.Ordinal)
                                                                 select Path.Combine(
                                                                     folder, asset.Name.Replace('/', Path.DirectorySeparatorChar))];

    private static (string Name, string Version) Split(string library) =>
        (library[..library.IndexOf('/')], library[(library.IndexOf('/') + 1)..]);

    private static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
