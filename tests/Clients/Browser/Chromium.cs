namespace Qiansi.Clients.Browser;

/// <summary>The browser of this machine, and JupyterLab's bundle, without which there is nothing to open.</summary>
internal static class Chromium
{
    /// <summary>Its program, or null.</summary>
    public static string? Program { get; } = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(n => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin")
            .Select(f => Path.Combine(f, n))).FirstOrDefault(File.Exists);

    /// <summary>What is missing and how to get it; null when nothing is.</summary>
    public static string? Missing { get; } =
        Program is null ? "Chromium is not installed: apt-get install chromium"
        : !File.Exists(Path.Combine(Path.GetDirectoryName(LabProcess.Program)!, "lab", "bundle.json"))
        ? "JupyterLab was not bundled: install Node.js with npm and build again"
        : null;

    /// <summary>Skips the test, by name, where something is missing.</summary>
    public static void Require() => Assert.SkipUnless(Missing is null, Missing ?? "");
}
