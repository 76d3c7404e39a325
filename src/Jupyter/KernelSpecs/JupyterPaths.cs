namespace Qiansi.Jupyter.KernelSpecs;

/// <summary>Jupyter's folders on each operating system, as <c>jupyter --paths</c> lists them.</summary>
public static class JupyterPaths
{
    /// <summary>The user's own data folder: <c>JUPYTER_DATA_DIR</c>, or the place the operating system has for it.</summary>
    public static string UserData
    {
        get
        {
            if (Variable("JUPYTER_DATA_DIR") is { } folder) return folder;
            if (OperatingSystem.IsWindows())
                return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
            if (OperatingSystem.IsMacOS()) return Path.Combine(Home, "Library", "Jupyter");
            return Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(Home, ".local", "share"), "jupyter");
        }
    }

    /// <summary>The folder all users share; writing there needs the administrator.</summary>
    public static string SystemData => OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter")
        : "/usr/local/share/jupyter";

    /// <summary>Where connection files belong.</summary>
    public static string Runtime => Variable("JUPYTER_RUNTIME_DIR") ?? Path.Combine(UserData, "runtime");

    /// <summary>The data folder inside an installation prefix.</summary>
    public static string InPrefix(string prefix) => Path.Combine(prefix, "share", "jupyter");

    /// <summary>All data folders, those that win first: <c>JUPYTER_PATH</c>, then an active virtual environment's, the user's,
    /// the system's.</summary>
    public static IReadOnlyList<string> Data
    {
        get
        {
            var folders = new List<string>();
            foreach (var folder in (Variable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
                Add(folder);
            foreach (var prefix in (string?[])[Variable("VIRTUAL_ENV"), Variable("CONDA_PREFIX")])
            {
                if (prefix is not null) Add(InPrefix(prefix));
            }
            Add(UserData);
            Add(SystemData);
            if (!OperatingSystem.IsWindows()) Add("/usr/share/jupyter");
            if (OperatingSystem.IsMacOS()) Add("/opt/homebrew/share/jupyter");
            return folders;

            void Add(string folder)
            {
                if (!folders.Contains(folder)) folders.Add(folder);
            }
        }
    }

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
