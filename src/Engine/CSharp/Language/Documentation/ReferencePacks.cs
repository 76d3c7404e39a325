using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Qiansi.Engine.CSharp.Language.Documentation;

/// <summary>Finds which documentation file of the installed reference packs describes a framework type.</summary>
/// <remarks>At run time a type lives in an implementation assembly (<c>System.Private.CoreLib</c>) without documentation;
/// the pack of the SDK has it under the assembly it is compiled against (<c>System.Collections.xml</c>). The index from type to file is
/// built from the pack's assemblies when first asked.</remarks>
internal static class ReferencePacks
{
    private static readonly string[] Names = ["Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref"];

    private static readonly Lazy<Dictionary<string, string>> FileByType = new(BuildIndex);

    /// <summary>The file that describes a type, or null when no pack is installed or none knows it.</summary>
    /// <param name="type">Full metadata name of an outermost type: <c>System.Collections.Generic.List`1</c>.</param>
    public static string? FindFile(string type) => FileByType.Value.GetValueOrDefault(type);

    private static Dictionary<string, string> BuildIndex()
    {
        var index = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Names)
        {
            if (NewestReferenceFolder(name) is not { } folder) continue;
            foreach (var assembly in Directory.EnumerateFiles(folder, "*.dll"))
            {
                var documentation = Path.ChangeExtension(assembly, ".xml");
                if (File.Exists(documentation)) AddTypes(index, assembly, documentation);
            }
        }

        return index;
    }

    private static void AddTypes(Dictionary<string, string> index, string assembly, string documentation)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        if (!file.HasMetadata) return;
        var reader = file.GetMetadataReader();
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) != TypeAttributes.Public) continue;
            var space = reader.GetString(type.Namespace);
            var name = reader.GetString(type.Name);
            index.TryAdd(space.Length == 0 ? name : $"{space}.{name}", documentation);
        }
    }

    /// <summary>A folder of each installed pack, of the newest version: <c>analyzers</c>.</summary>
    public static IEnumerable<string> Folders(string inside)
    {
        foreach (var name in Names)
        {
            if (NewestReferenceFolder(name) is not { } reference) continue;
            var folder = Path.GetFullPath(Path.Combine(reference, "..", "..", inside));
            if (Directory.Exists(folder)) yield return folder;
        }
    }

    private static string? NewestReferenceFolder(string pack)
    {
        foreach (var root in Roots())
        {
            var folder = Path.Combine(root, pack);
            if (!Directory.Exists(folder) && !Directory.Exists(folder = Path.Combine(root, pack.ToLowerInvariant()))) continue;

            // The pack of the running version first; a newer one describes the same types.
            var running = $"{Environment.Version.Major}.{Environment.Version.Minor}";
            string[] references = [.. Directory.EnumerateDirectories(folder)
                .SelectMany(version => Directory.Exists(Path.Combine(version, "ref"))
                    ? Directory.EnumerateDirectories(Path.Combine(version, "ref"), "net*") : [])
                .OrderBy(path => path, StringComparer.Ordinal)];
            if (references.Length > 0)
                return Array.FindLast(references, path => Path.GetFileName(path) == "net" + running) ?? references[^1];
        }

        return null;
    }

    /// <summary>Folders that may hold packs: of the runtime in use, of the environment, of the platforms' installers,
    /// and NuGet's.</summary>
    private static IEnumerable<string> Roots()
    {
        var runtime = typeof(object).Assembly.Location;
        if (runtime.Length > 0) yield return Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "..", "packs"));
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root) yield return Path.Combine(root, "packs");
        if (OperatingSystem.IsWindows())
            yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "dotnet", "packs");
        foreach (var prefix in OperatingSystem.IsWindows()
            ? [] : new[] { "/usr/share/dotnet", "/usr/lib/dotnet", "/usr/local/share/dotnet" })
            yield return Path.Combine(prefix, "packs");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        yield return Path.Combine(home, ".dotnet", "packs");
        yield return Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(home, ".nuget", "packages");
    }
}
