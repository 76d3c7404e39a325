using System.Runtime.InteropServices;

namespace Qiansi.Engine.Packages;

/// <summary>The .NET SDK that restores packages and builds projects.</summary>
/// <param name="Executable">Full path of <c>dotnet</c>.</param>
/// <param name="Version">The newest SDK beside it, as its folder is named.</param>
internal sealed record DotnetSdk(string Executable, string Version)
{
    /// <summary>The SDK's lowest major version that knows this framework.</summary>
    private static readonly int Major = Environment.Version.Major;

    /// <summary>Looks where this process's runtime comes from, in <c>DOTNET_ROOT</c>, on <c>PATH</c> and in the usual places;
    /// starts no process.</summary>
    /// <exception cref="PackageResolutionException">There is no SDK, only runtimes, or none that is new enough.</exception>
    public static DotnetSdk Find() => Find(Roots());

    /// <summary>The first of some installation folders that has an SDK.</summary>
    internal static DotnetSdk Find(IEnumerable<string> roots)
    {
        var seen = new List<string>();
        foreach (var root in roots)
        {
            var executable = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
            if (!File.Exists(executable)) continue;
            if (NewestVersion(Path.Combine(root, "sdk")) is { } newest)
            {
                if (newest.Version[0] >= Major) return new DotnetSdk(executable, newest.Name);
                seen.Add($"{root} has SDK {newest.Name}");
            }
            else seen.Add($"{root} has a runtime but no SDK");
        }
        var found = seen.Count == 0 ? "no dotnet was found" : string.Join("; ", seen.Distinct());
        throw new PackageResolutionException($"""
            #r of packages and projects needs the .NET SDK {Major} or later: {found}.
            Install it (Debian and Ubuntu: apt install dotnet-sdk-{Major}.0, macOS: brew install dotnet-sdk, Windows: winget install Microsoft.DotNet.SDK.{Major}),
            or reference an assembly file instead: #r "path/to/library.dll".
            """);
    }

    private static IEnumerable<string> Roots()
    {
        // <root>/shared/Microsoft.NETCore.App/10.0.12/
        var framework = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd(Path.DirectorySeparatorChar);
        if (Path.GetFullPath(Path.Combine(framework, "..", "..", "..")) is { Length: > 0 } own) yield return own;
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } chosen) yield return chosen;
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var file = Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
            if (File.Exists(file)) yield return Path.GetDirectoryName(new FileInfo(file).ResolveLinkTarget(true)?.FullName ?? file)!;
        }
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (home.Length > 0) yield return Path.Combine(home, ".dotnet");
        if (OperatingSystem.IsWindows())
            yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "dotnet");
        else
        {
            yield return "/usr/share/dotnet";
            yield return "/usr/lib/dotnet";
            yield return "/usr/local/share/dotnet";
        }
    }

    private static (string Name, SemanticVersion Version)? NewestVersion(string folder)
    {
        (string Name, SemanticVersion Version)? newest = null;
        if (!Directory.Exists(folder)) return null;
        foreach (var path in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(path);
            if (SemanticVersion.TryParse(name) is { } version && (newest is null || version.CompareTo(newest.Value.Version) > 0))
                newest = (name, version);
        }
        return newest;
    }
}
