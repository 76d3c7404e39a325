namespace Qiansi.Jupyter.KernelSpecs;

/// <summary>Finds the kernelspecs installed on this machine.</summary>
public static class KernelSpecFinder
{
    /// <summary>All kernelspecs that can be read, by name; where two folders have the same name,
    /// the first of <see cref="JupyterPaths.Data"/> wins.</summary>
    public static IReadOnlyList<KernelSpec> All()
    {
        var specs = new List<KernelSpec>();
        foreach (var folder in Folders())
        {
            if (!File.Exists(Path.Combine(folder, "kernel.json")) || specs.Exists(s => SameName(s.Name, Path.GetFileName(folder))))
                continue;
            try
            {
                specs.Add(KernelSpec.Read(folder));
            }
            catch (KernelSpecException)
            {
                // A broken one must not hide the others; Find reports it when it is asked for by name.
            }
        }
        return specs;
    }

    /// <summary>The kernelspec of this name (any case).</summary>
    /// <exception cref="KernelSpecException">There is none, with the names there are; or it is broken, with why.</exception>
    public static KernelSpec Find(string name)
    {
        foreach (var folder in Folders())
        {
            if (SameName(Path.GetFileName(folder), name) && File.Exists(Path.Combine(folder, "kernel.json")))
                return KernelSpec.Read(folder);
        }
        var names = string.Join(", ", All().Select(s => s.Name));
        throw new KernelSpecException($"No kernelspec named '{name}'. Installed: {(names.Length > 0 ? names : "none")}. "
            + $"Looked in {string.Join(", ", JupyterPaths.Data.Select(d => Path.Combine(d, "kernels")))}.");
    }

    private static bool SameName(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Folders()
    {
        foreach (var data in JupyterPaths.Data)
        {
            string[] folders;
            try
            {
                folders = Directory.GetDirectories(Path.Combine(data, "kernels"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Most of the places do not exist on most machines.
                continue;
            }
            Array.Sort(folders, StringComparer.Ordinal);
            foreach (var folder in folders) yield return folder;
        }
    }
}
