namespace Qiansi.Engine;

/// <summary>Where this user's caches are; everything below may be deleted at any time.</summary>
public static class CacheFolder
{
    /// <summary>The folder of all caches: <c>$XDG_CACHE_HOME/qiansi</c> or <c>~/.cache/qiansi</c>, <c>~/Library/Caches/qiansi</c> on macOS,
    /// <c>%LOCALAPPDATA%\qiansi\cache</c> on Windows.</summary>
    public static string Root
    {
        get
        {
            if (OperatingSystem.IsWindows())
            {
                return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "qiansi", "cache");
            }
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            if (home.Length == 0) home = Path.GetTempPath(); // an account without a home, as in some containers
            if (OperatingSystem.IsMacOS()) return Path.Combine(home, "Library", "Caches", "qiansi");
            var chosen = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            // The XDG base directory specification ignores relative values.
            return Path.Combine(Path.IsPathFullyQualified(chosen ?? "") ? chosen! : Path.Combine(home, ".cache"), "qiansi");
        }
    }

    /// <summary>The folder of one cache: <c>packages</c>.</summary>
    public static string Of(string name) => Path.Combine(Root, name);
}
