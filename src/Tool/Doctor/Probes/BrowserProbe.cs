using System.Diagnostics;

namespace Qiansi.Tool.Doctor.Probes;

/// <summary>A browser of the Chromium family.</summary>
internal static class BrowserProbe
{
    private const string Why = "prints pages and slides to PDF, and runs the browser tests";

    /// <summary>Looks.</summary>
    public static async Task<IReadOnlyList<DoctorRow>> RunAsync(DoctorEnvironment environment, CancellationToken cancellation)
    {
        var path = environment.Find(
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
            ?? Places(environment).FirstOrDefault(File.Exists);
        if (path is null) return [DoctorRow.Missing("Web", "browser", Why, InstallAdvice.Chromium.For(environment.System))];

        // On Windows --version opens a window; the file knows its version there.
        var version = environment.System == SystemKind.Windows
            ? FileVersionInfo.GetVersionInfo(path).ProductVersion ?? ""
            : await environment.RunAsync(path, ["--version"], cancellation).ConfigureAwait(false);
        return [DoctorRow.Found("Web", "browser", Why, version.Split('\n')[0].Trim(), path)];
    }

    private static IEnumerable<string> Places(DoctorEnvironment environment)
    {
        if (environment.System == SystemKind.MacOS)
        {
            foreach (var name in (string[])["Google Chrome", "Chromium", "Microsoft Edge"])
                yield return Path.Combine(environment.SystemRoot, "Applications", $"{name}.app", "Contents", "MacOS", name);
        }
        if (environment.System != SystemKind.Windows) yield break;
        foreach (var variable in (string[])["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"])
        {
            if (environment.Variable(variable) is not { } folder) continue;
            yield return Path.Combine(folder, "Google", "Chrome", "Application", "chrome.exe");
            yield return Path.Combine(folder, "Microsoft", "Edge", "Application", "msedge.exe");
        }
    }
}
