namespace Qiansi.Data.Fetching;

/// <summary>Where fetched data sets are kept.</summary>
public static class DataFolder
{
    /// <summary>The environment variable that names another folder.</summary>
    public const string Variable = "QIANSI_DATA";

    /// <summary>
    /// The folder of all data sets: that of <c>QIANSI_DATA</c>, else <c>data/cache</c> of the clone we are in or run from, else a folder of
    /// the user's.
    /// </summary>
    public static string Root =>
        Find(Environment.GetEnvironmentVariable(Variable), Directory.GetCurrentDirectory(), AppContext.BaseDirectory);

    /// <summary>The folder of one data set.</summary>
    public static string Of(string name) => Path.Combine(Root, name);

    internal static string Find(string? variable, params string[] starts)
    {
        if (!string.IsNullOrEmpty(variable)) return Path.GetFullPath(variable);
        foreach (var start in starts)
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "Notebooks.sln"))) return Path.Combine(folder.FullName, "data", "cache");
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(user.Length > 0 ? user : Path.GetTempPath(), "qiansi", "data");
    }
}
