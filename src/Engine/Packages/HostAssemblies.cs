using System.Reflection;

namespace Qiansi.Engine.Packages;

/// <summary>The assemblies this process starts with: the shared framework's and the kernel's own. The runtime binds these names to them, whatever a package brings.</summary>
internal sealed class HostAssemblies
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a list of assembly files.</summary>
    public HostAssemblies(IEnumerable<string> paths)
    {
        foreach (string path in paths) _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
    }

    /// <summary>Those of this process.</summary>
    public static HostAssemblies OfProcess() =>
        new(((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The process's assembly of this simple name, or null.</summary>
    public string? Find(string name) => _paths.GetValueOrDefault(name);

    /// <summary>Chooses between the process's assembly and a package's of the same name: the higher assembly version, and the process's when they are equal.</summary>
    /// <param name="path">A package's assembly.</param>
    /// <param name="note">What the reader should know about the choice, or null.</param>
    /// <returns>The path to use.</returns>
    public string Choose(string path, out string? note)
    {
        note = null;
        if (!_paths.TryGetValue(Path.GetFileNameWithoutExtension(path), out string? own)) return path;
        AssemblyName mine, theirs;
        try
        {
            (mine, theirs) = (AssemblyName.GetAssemblyName(own), AssemblyName.GetAssemblyName(path));
        }
        catch (BadImageFormatException)
        {
            return path; // not a managed assembly: the name is a coincidence
        }
        if (theirs.Version <= mine.Version)
        {
            if (theirs.Version < mine.Version && IsKernels(own))
            {
                note = $"{theirs.Name} {theirs.Version} of the package is not used: the kernel runs on {mine.Version}, and cells get that.";
            }
            return own;
        }
        note = $"{theirs.Name} {theirs.Version} of the package is used by cells beside the {(IsKernels(own) ? "kernel" : "framework")}'s own {mine.Version}; "
            + "objects of the one are not of the other's types.";
        return path;
    }

    // Framework assemblies lie in shared/<framework>/<version>; an older one in a package is the ordinary case and no news.
    private static bool IsKernels(string path) => Path.GetFullPath(path).StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal);
}
