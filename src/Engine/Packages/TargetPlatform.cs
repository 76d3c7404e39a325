using System.Runtime.InteropServices;

namespace Qiansi.Engine.Packages;

/// <summary>The framework and platform packages are resolved for: those of this process.</summary>
internal static class TargetPlatform
{
    /// <summary><c>net10.0</c>.</summary>
    public static readonly string Framework = $"net{Environment.Version.Major}.{Environment.Version.Minor}";

    /// <summary>The portable runtime identifier, <c>linux-x64</c>; distributions that build .NET themselves call theirs otherwise,
    /// which no package knows.</summary>
    public static readonly string RuntimeIdentifier =
        SystemName() + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static string SystemName()
    {
        if (OperatingSystem.IsWindows()) return "win";
        if (OperatingSystem.IsMacOS()) return "osx";
        if (OperatingSystem.IsFreeBSD()) return "freebsd";
        var own = RuntimeInformation.RuntimeIdentifier;
        return own.Contains("musl", StringComparison.Ordinal) || own.StartsWith("alpine", StringComparison.Ordinal)
            ? "linux-musl" : "linux";
    }
}
