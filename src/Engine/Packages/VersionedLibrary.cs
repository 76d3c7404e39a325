using System.Security.Cryptography;
using System.Text;

namespace Qiansi.Engine.Packages;

/// <summary>A native library that the system refuses for the symbol versions it asks for.</summary>
/// <remarks>
/// A compiler can leave a need for a version behind of which the library calls nothing: GCC from 13 on does for everything that includes
/// <c>iostream</c>. A system of before that version refuses the library, though it has all that is called.
/// </remarks>
internal static class VersionedLibrary
{
    /// <summary>A copy of the library that loads here, when all versions that this system lacks are ones it uses nothing of.</summary>
    /// <param name="path">The library, which stays as it is.</param>
    /// <param name="cacheFolder">Where copies are kept.</param>
    /// <param name="explanation">What was missing: why the copy was made, or why none can help;
    /// null when versions are not what is wrong.</param>
    /// <returns>The copy, or null.</returns>
    public static string? TryCopy(string path, string cacheFolder, out string? explanation)
    {
        explanation = null;
        if (!OperatingSystem.IsLinux() || ElfVersions.Read(path) is not { } library) return null;
        var unmet = library.Needs().Where(IsMissing).ToList();
        if (unmet.Count == 0) return null;
        string name = Path.GetFileName(path), versions = string.Join(", ", unmet.Select(n => $"{n.Version} of {n.Library}"));
        if (unmet.FirstOrDefault(library.IsUsed) is { } used)
        {
            explanation = $"{name} needs {versions}, which this system lacks"
                + (Loaded(used.Library) is { } there ? $" (it has {Newest(there, used.Version)})" : "")
                + ". It is made for a newer distribution: run the kernel on one, or take an older version of the package.";
            return null;
        }

        var key = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{path}|{new FileInfo(path).LastWriteTimeUtc.Ticks}|{versions}")))[..16];
        var copy = Path.Combine(cacheFolder, key, name);
        if (!File.Exists(copy))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            var partial = $"{copy}.{Environment.ProcessId}";
            library.WriteWithout(unmet, partial);
            File.Move(partial, copy, overwrite: true);
        }

        explanation =
            $"{name} asks for {versions}, which this system lacks and of which it uses nothing: a copy that does not ask is loaded.";
        return copy;
    }

    private static bool IsMissing(ElfVersions.Need need) =>
        Loaded(need.Library) is { } path && ElfVersions.Read(path) is { } library && !library.Definitions().Contains(need.Version);

    /// <summary>The newest version of the same family that a library defines.</summary>
    private static string Newest(string path, string version)
    {
        var family = version[..(version.LastIndexOf('_') + 1)];
        return ElfVersions.Read(path)!.Definitions().Where(v => v.StartsWith(family, StringComparison.Ordinal))
            .MaxBy(v => Version.TryParse(v[family.Length..], out var number) ? number : new Version()) ?? "none of them";
    }

    /// <summary>The file of a library that this process has loaded under a name, or null:
    /// libx.so.6 is often a link to libx.so.6.0.30.</summary>
    private static string? Loaded(string name) =>
        File.ReadLines("/proc/self/maps").Select(line => line.IndexOf('/') is >= 0 and var at ? line[at..] : "")
            .FirstOrDefault(path =>
                Path.GetFileName(path) is var file && (file == name || file.StartsWith(name + ".", StringComparison.Ordinal)));
}
