using System.ComponentModel;
using System.Diagnostics;

namespace Qiansi.Data.Fetching;

/// <summary>npm, which fetches packages: through its own settings, registry, proxy and cache.</summary>
internal static class NpmCommand
{
    /// <summary>The npm on the path, or null.</summary>
    public static string? Find()
    {
        string[] names = OperatingSystem.IsWindows() ? ["npm.cmd", "npm.exe"] : ["npm"];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    /// <summary>Fetches a package's archive, without running anything of it.</summary>
    /// <param name="npm">The command.</param>
    /// <param name="package">Name and version.</param>
    /// <param name="folder">Where the archive goes; has to be empty.</param>
    /// <param name="cancellation">Ends npm.</param>
    /// <returns>The archive's path.</returns>
    /// <exception cref="FetchException">npm could not be run, or failed; the message has its last words.</exception>
    public static async Task<string> PackAsync(string npm, string package, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(npm)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in (string[])["pack", package, "--ignore-scripts", "--prefer-offline", "--no-update-notifier",
            "--pack-destination", "."]) start.ArgumentList.Add(argument);
        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            await Task.WhenAll(output, error).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
            throw new FetchException(
                $"npm could not fetch {package} (exit code {process.ExitCode}: {LastWords(await error.ConfigureAwait(false))})");
        return Directory.EnumerateFiles(folder, "*.tgz").FirstOrDefault()
            ?? throw new FetchException($"npm fetched {package}, but left no archive in {folder}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new FetchException($"{start.FileName} cannot be run: {e.Message}", e);
        }
    }

    private static string LastWords(string error)
    {
        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(l => l.StartsWith("npm ", StringComparison.Ordinal) && !l.Contains("A complete log"))
            .Select(l => l[(l.IndexOf(' ', 4) + 1)..]).Where(l => l.Length > 0).Take(2).ToArray();
        return lines.Length > 0 ? string.Join("; ", lines) : "it gave no reason";
    }
}
