using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Qiansi.Engine.CSharp.References;
using Qiansi.Engine.Packages;

namespace Qiansi.Engine.CSharp.State;

/// <summary>Where the assemblies made from cells and those of their packages live, so that they find each other by name.</summary>
/// <remarks>
/// A name is looked for among the session's packages first, so that what the kernel itself uses never stands for what a notebook asked
/// for. All else comes from the default context: the framework, and the assemblies that are shared by contract.
/// </remarks>
internal sealed class CellLoadContext : AssemblyLoadContext
{
    private static ImmutableList<CellLoadContext> s_all = [];

    private readonly PackageFiles _files;
    private readonly ConcurrentDictionary<string, bool> _ofHost = new(StringComparer.OrdinalIgnoreCase);

    // The framework looks types up by name on its own behalf; the newest session's packages come first.
    static CellLoadContext()
    {
        Default.Resolving += static (_, name) => s_all.Select(c => c.Find(name)).FirstOrDefault(a => a is not null);
        Default.ResolvingUnmanagedDll += static (_, name) => s_all.Select(c => c._files.LoadNative(name)).FirstOrDefault(l => l != 0);
    }

    /// <param name="files">Where packages have their assemblies.</param>
    public CellLoadContext(PackageFiles files)
        : base("cells")
    {
        _files = files;
        ImmutableInterlocked.Update(ref s_all, static (all, one) => all.Insert(0, one), this);
    }

    /// <summary>The cell of the session that ran last, or runs.</summary>
    public ICSharpCell? Latest { get; set; }

    /// <summary>Loads an emitted assembly with its symbols.</summary>
    public Assembly Load(byte[] image, byte[] symbols) => LoadFromStream(new MemoryStream(image), new MemoryStream(symbols));

    /// <summary>The assembly of a simple name that cells or packages have in use, a package's or the process's; null when none.</summary>
    public AssemblyName? InUse(string name) =>
        (Assemblies.FirstOrDefault(a => IsNamed(a, name))
            ?? (_ofHost.ContainsKey(name) ? Default.Assemblies.FirstOrDefault(a => IsNamed(a, name)) : null))?.GetName();

    /// <summary>Whether an assembly of this file's name is loaded that is not this file's: there cannot be a second one.</summary>
    public bool HasOtherBuild(string path) =>
        Assemblies.FirstOrDefault(a => IsNamed(a, Path.GetFileNameWithoutExtension(path))) is { } loaded
            && loaded.ManifestModule.ModuleVersionId != AssemblyFile.BuildOf(path);

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (Find(assemblyName) is { } found) return found;
        if (!_files.IsEmpty && FrameworkReferences.Companions.TryGetValue(assemblyName.Name!, out var companion)
            && companion.Needs.All(n => _files.Find(new AssemblyName(n)) is not null)) return LoadFromAssemblyPath(companion.Path);
        _ofHost.TryAdd(assemblyName.Name!, true);
        return null;
    }

    /// <inheritdoc />
    protected override nint LoadUnmanagedDll(string unmanagedDllName) => _files.LoadNative(unmanagedDllName);

    private Assembly? Find(AssemblyName name) =>
        _files.Find(name) is { } path ? (IsOfProcess(name.Name!) ? Default : this).LoadFromAssemblyPath(path) : null;

    /// <summary>PowerShell looks its own libraries up in the default context, and would load them there a second time.</summary>
    private static bool IsOfProcess(string name) =>
        name == "System.Management.Automation" || name.StartsWith("Microsoft.PowerShell.", StringComparison.Ordinal);

    private static bool IsNamed(Assembly assembly, string name) => name.Equals(assembly.GetName().Name, StringComparison.OrdinalIgnoreCase);
}
