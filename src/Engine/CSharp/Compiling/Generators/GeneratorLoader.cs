using System.Reflection;
using System.Runtime.Loader;

namespace Qiansi.Engine.CSharp.Compiling.Generators;

/// <summary>Loads generators, and what lies beside them, into a context of their own; the compiler they talk to is the kernel's.</summary>
internal sealed class GeneratorLoader : AssemblyLoadContext, IAnalyzerAssemblyLoader
{
    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);

    public GeneratorLoader()
        : base("generators")
    {
    }

    /// <inheritdoc />
    public void AddDependencyLocation(string fullPath) => _files.TryAdd(Path.GetFileNameWithoutExtension(fullPath), fullPath);

    /// <inheritdoc />
    public Assembly LoadFromPath(string fullPath) => LoadFromAssemblyPath(fullPath);

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName) =>
        !assemblyName.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
        && _files.TryGetValue(assemblyName.Name, out var path)
            ? LoadFromAssemblyPath(path)
            : null;
}
