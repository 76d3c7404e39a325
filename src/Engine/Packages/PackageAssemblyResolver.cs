using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Qiansi.Engine.Packages;

/// <summary>Finds the assemblies and native libraries of packages when running code first needs them.</summary>
/// <remarks>
/// Assemblies go into the default load context, so that all cells and packages share one copy. Only an assembly of which the process has its own, older
/// version goes into a context beside it: the runtime does not let the default context have two of a name.
/// </remarks>
internal sealed class PackageAssemblyResolver : IDisposable
{
    private readonly ConcurrentDictionary<string, string> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _natives = new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<AssemblyLoadContext, bool> _contexts = new();
    private readonly Lazy<AssemblyLoadContext> _beside = new(() => new AssemblyLoadContext("Packages newer than the kernel"));
    private readonly HostAssemblies _host = HostAssemblies.OfProcess();

    /// <summary>Attaches to the default load context.</summary>
    public PackageAssemblyResolver()
    {
        Attach(AssemblyLoadContext.Default);
    }

    /// <summary>Also answers for code of another context, such as one that cells are loaded into: native libraries are looked for in the caller's context only.</summary>
    public void Attach(AssemblyLoadContext context)
    {
        if (!_contexts.TryAdd(context, true)) return;
        context.Resolving += ResolveAssembly;
        context.ResolvingUnmanagedDll += ResolveNative;
    }

    /// <summary>Makes the files of packages findable; of several with one name the first stays.</summary>
    public void Add(ResolvedPackages packages)
    {
        foreach (string path in packages.RuntimeAssemblies) _assemblies.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        foreach (string path in packages.ExtensionAssemblies) _assemblies.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        foreach (string path in packages.NativeLibraries) _natives.TryAdd(Path.GetFileName(path), path);
    }

    /// <summary>Makes an assembly file findable, and the assemblies beside it, which it may need.</summary>
    public void AddFile(string path)
    {
        _assemblies[Path.GetFileNameWithoutExtension(path)] = path;
        foreach (string beside in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*.dll"))
        {
            // Of what the process has itself, no second copy.
            string name = Path.GetFileNameWithoutExtension(beside);
            if (_host.Find(name) is null) _assemblies.TryAdd(name, beside);
        }
    }

    /// <summary>Detaches; what was loaded stays loaded.</summary>
    public void Dispose()
    {
        foreach (var context in _contexts.Keys)
        {
            context.Resolving -= ResolveAssembly;
            context.ResolvingUnmanagedDll -= ResolveNative;
        }
        _contexts.Clear();
    }

    private Assembly? ResolveAssembly(AssemblyLoadContext context, AssemblyName name)
    {
        // Satellite assemblies are the runtime's affair: it has looked beside the main assembly; without one, resources fall back to the neutral language.
        if (name.Name is null || !string.IsNullOrEmpty(name.CultureName) || !_assemblies.TryGetValue(name.Name, out string? path)) return null;
        if (_host.Find(name.Name) is null) return AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
        Attach(_beside.Value);
        return _beside.Value.LoadFromAssemblyPath(path);
    }

    private nint ResolveNative(Assembly caller, string name)
    {
        foreach (string candidate in NativeLibraryNames.Candidates(name))
        {
            if (!_natives.TryGetValue(candidate, out string? path)) continue;
            if (NativeLibrary.TryLoad(path, out nint library)) return library;
            // It needs a library of another package, which the system's loader does not look for there; one that is loaded already counts.
            foreach (string other in _natives.Values)
            {
                if (other != path && NativeLibraryNames.IsLibrary(other)) NativeLibrary.TryLoad(other, out _);
            }
            return NativeLibrary.Load(path); // its message says what is missing
        }
        return 0;
    }
}
