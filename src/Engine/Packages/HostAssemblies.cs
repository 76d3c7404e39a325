using System.Reflection;

namespace Qiansi.Engine.Packages;

/// <summary>The assemblies this process starts with, and which of them cells and packages share with it.</summary>
/// <remarks>
/// Shared are the framework's and those whose types pass between the kernel and a notebook. What the kernel uses besides is its own affair:
/// a package of the same name is loaded for the cells, in whatever version was asked for.
/// </remarks>
internal sealed class HostAssemblies
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a list of assembly files.</summary>
    public HostAssemblies(IEnumerable<string> paths)
    {
        foreach (var path in paths) _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
    }

    /// <summary>Those of this process.</summary>
    public static HostAssemblies OfProcess() =>
        new(((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The process's assembly of this simple name, or null.</summary>
    public string? Find(string name) => _paths.GetValueOrDefault(name);

    /// <summary>The framework's assembly of this simple name, or null.</summary>
    public string? FindOfFramework(string name) => Find(name) is { } own && !IsKernels(own) ? own : null;

    /// <summary>Chooses between the process's assembly and a package's of the same name.</summary>
    /// <param name="path">A package's assembly.</param>
    /// <param name="note">What the reader should know about the choice, or null.</param>
    /// <returns>The path to use: the process's for shared assemblies; of the framework's the higher assembly version, and the framework's
    /// when they are equal.</returns>
    public string Choose(string path, out string? note)
    {
        note = null;
        var name = Path.GetFileNameWithoutExtension(path);
        if (!_paths.TryGetValue(name, out var own)) return path;
        if (IsContract(name)) return own;
        if (IsKernels(own)) return path;
        AssemblyName mine, theirs;
        try
        {
            (mine, theirs) = (AssemblyName.GetAssemblyName(own), AssemblyName.GetAssemblyName(path));
        }
        catch (BadImageFormatException)
        {
            return path; // not a managed assembly: the name is a coincidence
        }
        if (theirs.Version <= mine.Version) return own; // an older one in a package is the ordinary case and no news
        note = $"{theirs.Name} {theirs.Version} of the package is used by cells beside the framework's own {mine.Version}; "
            + "objects of the one are not of the other's types.";
        return path;
    }

    /// <summary>Whether cells load this file, rather than use an assembly that the process has.</summary>
    public bool IsForCells(string path) => Choose(path, out _) == path && Find(Path.GetFileNameWithoutExtension(path)) != path;

    private static bool IsContract(string name) =>
        name.StartsWith("Qiansi.", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Microsoft.DotNet.Interactive", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Microsoft.DotNet.Interactive.Formatting", StringComparison.OrdinalIgnoreCase);

    // Framework assemblies lie in shared/<framework>/<version>.
    private static bool IsKernels(string path) => Path.GetFullPath(path).StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal);
}
