namespace Qiansi.Engine.Packages;

/// <summary>Under which file names a native library may lie that code calls by a short name.</summary>
/// <remarks>The variations are those of .NET's native library loading: the system's prefix and suffix, each with and without.</remarks>
internal static class NativeLibraryNames
{
    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";

    /// <summary>File names to look for, the likeliest first.</summary>
    /// <param name="name">As written in <c>DllImport</c>; a path's last part counts.</param>
    public static IEnumerable<string> Candidates(string name)
    {
        name = Path.GetFileName(name);
        var complete = name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            || name.Contains(Suffix + ".", StringComparison.OrdinalIgnoreCase);
        string[] forms = complete ? [name] : [name + Suffix, name];
        foreach (var form in forms)
        {
            if (OperatingSystem.IsWindows())
            {
                yield return form;
                yield return "lib" + form;
            }
            else
            {
                yield return complete ? form : "lib" + form;
                yield return complete ? "lib" + form : form;
            }
        }
        // Names written for Windows: "foo.dll" means libfoo.so here.
        if (!OperatingSystem.IsWindows() && name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            yield return "lib" + name[..^4] + Suffix;
            yield return name[..^4] + Suffix;
        }
    }

    /// <summary>Whether a file is a library to load (package folders also hold symbols and data).</summary>
    public static bool IsLibrary(string path)
    {
        var name = Path.GetFileName(path);
        return name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) || name.Contains(Suffix + ".", StringComparison.OrdinalIgnoreCase);
    }
}
