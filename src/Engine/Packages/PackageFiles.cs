using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Qiansi.Engine.Packages;

/// <summary>Where the assemblies and native libraries lie that a session's packages and <c>#r</c> files bring, by name.</summary>
/// <param name="tell">Told, at most once, what had to be done for a library to load; the cell's errors when null.</param>
internal sealed class PackageFiles(Action<string>? tell = null)
{
    private readonly ConcurrentDictionary<string, string> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<(string Culture, string Name), string> _satellites = new();
    private readonly ConcurrentDictionary<string,
        string> _natives = new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, byte> _told = new();
    private readonly Lazy<HostAssemblies> _host = new(HostAssemblies.OfProcess);

    /// <summary>Whether nothing was brought yet.</summary>
    public bool IsEmpty => _assemblies.IsEmpty;

    /// <summary>Makes the files of packages findable; of several with one name the first stays, unless its package was replaced.</summary>
    public void Add(ResolvedPackages packages)
    {
        foreach (var path in packages.Replaced
            .SelectMany(p => p.RuntimeAssemblies)) _assemblies.TryRemove(new(Path.GetFileNameWithoutExtension(path), path));
        foreach (var path in packages.Replaced.SelectMany(p => p.NativeLibraries)) _natives.TryRemove(new(Path.GetFileName(path), path));
        foreach (var path in packages.RuntimeAssemblies
            .Concat(packages.ExtensionAssemblies)) _assemblies.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        foreach (var path in packages.NativeLibraries) _natives.TryAdd(Path.GetFileName(path), path);
        foreach (var path in packages.SatelliteAssemblies)
        {
            // …/de/Humanizer.resources.dll
            _satellites[(Path.GetFileName(Path.GetDirectoryName(path)!).ToLowerInvariant(),
                Path.GetFileNameWithoutExtension(path).ToLowerInvariant())] = path;
        }
    }

    /// <summary>Makes an assembly file findable, and the assemblies beside it, which it may need.</summary>
    public void AddFile(string path)
    {
        if (_host.Value.IsForCells(path)) _assemblies[Path.GetFileNameWithoutExtension(path)] = path;
        foreach (var beside in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*.dll"))
        {
            if (_host.Value.IsForCells(beside)) _assemblies.TryAdd(Path.GetFileNameWithoutExtension(beside), beside);
        }
    }

    /// <summary>Makes an assembly file findable in the place of the process's of that name.</summary>
    public void Replace(string path) => _assemblies[Path.GetFileNameWithoutExtension(path)] = path;

    /// <summary>The file of an assembly or of the satellite of one, or null.</summary>
    public string? Find(AssemblyName name)
    {
        if (name.Name is not { } simple) return null;
        return string.IsNullOrEmpty(name.CultureName)
            ? _assemblies.GetValueOrDefault(simple)
            : _satellites.GetValueOrDefault((name.CultureName.ToLowerInvariant(), simple.ToLowerInvariant()));
    }

    /// <summary>Loads a native library by the name code calls it; 0 when no package has it.</summary>
    /// <exception cref="DllNotFoundException">It is there and cannot be loaded; the message says what is missing.</exception>
    public nint LoadNative(string name)
    {
        if (_natives.IsEmpty) return 0;
        foreach (var candidate in NativeLibraryNames.Candidates(name))
        {
            if (!_natives.TryGetValue(candidate, out var path)) continue;
            if (NativeLibrary.TryLoad(path, out var library)) return library;
            // It needs a library of another package, which the system's loader does not look for there; one that is loaded already counts.
            foreach (var other in _natives.Values)
            {
                if (other != path && NativeLibraryNames.IsLibrary(other)) NativeLibrary.TryLoad(other, out _);
            }
            return Load(path);
        }
        return 0;
    }

    private nint Load(string path)
    {
        if (NativeLibrary.TryLoad(path, out var library)) return library;
        var copy = VersionedLibrary.TryCopy(path, CacheFolder.Of("native"), out var explanation);
        if (copy is null) return explanation is null ? NativeLibrary.Load(path) : throw new DllNotFoundException(explanation);
        library = NativeLibrary.Load(copy);
        if (_told.TryAdd(path, 0)) (tell ?? Console.Error.WriteLine)(explanation!);
        return library;
    }
}
