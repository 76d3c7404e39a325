using System.ComponentModel;
using System.Diagnostics;

namespace Qiansi.Tool.Lab;

/// <summary>The person's browser.</summary>
internal static class Browser
{
    /// <summary>Opens an address; when there is no browser, a line says so.</summary>
    public static void Open(string address, TextWriter error)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                using var shell = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
                return;
            }
            // Of a machine without a screen there is nothing to open.
            if (OperatingSystem.IsLinux() && !HasScreen) return;
            var start = new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true
            };
            using var opener = Process.Start(start);
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            error.WriteLine($"nb lab: no browser could be opened ({e.Message}); open the address above.");
        }
    }

    private static bool HasScreen =>
        Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 }
            || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 }
            || Environment.GetEnvironmentVariable("BROWSER") is { Length: > 0 };
}
