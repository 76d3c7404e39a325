using System.Text.Json;

namespace Qiansi.Engine.Packages;

/// <summary>What NuGet wrote down about a restore: <c>project.assets.json</c>.</summary>
/// <remarks>Read are <c>targets</c> (the graph with each package's assets), <c>libraries</c> (where they lie), <c>packageFolders</c> and <c>logs</c>.</remarks>
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
                yield return new RestoreMessage(Text(log, "code"), Text(log, "level") == "Error", Text(log, "message"), Text(log, "libraryId"));
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
                NativeLibraries = Assets(entry.Value, "native", folder),
                ExtensionAssemblies = Extensions(entry.Name, folder, ".dll"),
                ExtensionScripts = Extensions(entry.Name, folder, ".dib"),
            });
        }
        return packages;
    }

    /// <summary>Packages that need another one: <c>Humanizer 2.14.1</c>.</summary>
    public IEnumerable<string> NeededBy(string name) =>
        from entry in Target(forPlatform: false).EnumerateObject()
        where entry.Value.TryGetProperty("dependencies", out var dependencies)
            && dependencies.EnumerateObject().Any(d => d.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        select entry.Name.Replace('/', ' ');

    /// <summary>Sentences about packages that will not work here in full: no native library for this platform, a framework that is not running.</summary>
    public IEnumerable<string> PlatformNotes()
    {
        var platform = Target(forPlatform: true);
        foreach (var entry in Target(forPlatform: false).EnumerateObject())
        {
            string name = entry.Name.Replace('/', ' ');
            if (entry.Value.TryGetProperty("runtimeTargets", out var targets) && !(platform.TryGetProperty(entry.Name, out var here) && here.TryGetProperty("native", out _)))
            {
                string[] natives = [.. targets.EnumerateObject().Where(t => Text(t.Value, "assetType") == "native").Select(t => Text(t.Value, "rid")).Distinct()];
                if (natives.Length > 0) yield return $"{name} has no native library for {TargetPlatform.RuntimeIdentifier}, only for {string.Join(", ", natives)}.";
            }
            if (!entry.Value.TryGetProperty("frameworkReferences", out var frameworks)) continue;
            foreach (string? framework in frameworks.EnumerateArray().Select(f => f.GetString()))
            {
                if (framework is not ("Microsoft.NETCore.App" or "Microsoft.AspNetCore.App")) yield return $"{name} needs the framework {framework}, which this kernel does not run on.";
            }
        }
    }

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
        return found.ValueKind == JsonValueKind.Object ? found : throw new InvalidDataException("project.assets.json has no targets; delete the package cache and try again.");
    }

    private string? Folder(string library)
    {
        string path = Text(_document.RootElement.GetProperty("libraries").GetProperty(library), "path");
        return _document.RootElement.GetProperty("packageFolders").EnumerateObject()
            .Select(f => Path.GetFullPath(Path.Combine(f.Name, path))).FirstOrDefault(Directory.Exists);
    }

    private string[] Extensions(string library, string folder, string extension)
    {
        if (!_document.RootElement.GetProperty("libraries").GetProperty(library).TryGetProperty("files", out var files)) return [];
        return [.. from file in files.EnumerateArray()
                   let name = file.GetString()!
                   where name.StartsWith("interactive-extensions/dotnet/", StringComparison.OrdinalIgnoreCase)
                       && (extension == ".dib" ? name.EndsWith("/extension.dib", StringComparison.OrdinalIgnoreCase) : name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                       && name.Count('/') == 2
                   select Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar))];
    }

    private static string[] Assets(JsonElement library, string kind, string folder) =>
        !library.TryGetProperty(kind, out var assets) ? [] : [.. from asset in assets.EnumerateObject()
                                                                 where !asset.Name.EndsWith("/_._", StringComparison.Ordinal)
                                                                 select Path.Combine(folder, asset.Name.Replace('/', Path.DirectorySeparatorChar))];

    private static (string Name, string Version) Split(string library) => (library[..library.IndexOf('/')], library[(library.IndexOf('/') + 1)..]);

    private static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
