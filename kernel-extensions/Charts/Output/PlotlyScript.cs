using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Qiansi.Charts.Output;

/// <summary>Plotly's own script, fetched once by npm and kept in the user's cache, so that pages work without network.</summary>
internal static class PlotlyScript
{
    // The version and the hash of src/Server/Lab/package-lock.json, which JupyterLab's figures are drawn with.
    private const string Version = "3.7.0";
    private const string Integrity = "IRWNnBJZmKss3URDnicBK2nvt/VTSi/MD1GnUscAYFjwSuN6g/CTde5R1UC0RYtblehj8rkT4BL8r05e/c8j5Q==";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The file of the script, fetched when it is not there yet.</summary>
    /// <param name="cache">Folder it is kept in.</param>
    /// <param name="npm">The npm command.</param>
    /// <exception cref="InvalidOperationException">It cannot be had; the message says why, and what to do.</exception>
    public static string Ensure(string cache, string npm = "npm")
    {
        var file = Path.Combine(cache, $"plotly-{Version}.min.js");
        if (File.Exists(file)) return file;
        var folder = Path.Combine(cache, $"new-{Environment.ProcessId}-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(folder);
            var package = Fetch(npm, folder);
            Extract(package, Path.Combine(folder, "plotly.min.js"));
            File.Move(Path.Combine(folder, "plotly.min.js"), file, overwrite: true);
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new InvalidOperationException($"Plotly's script could not be kept in {cache}: {e.Message}", e);
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Where it is kept: the rule of the engine's CacheFolder, which extensions cannot see.</summary>
    public static string CacheFolder
    {
        get
        {
            if (OperatingSystem.IsWindows())
                return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "qiansi", "cache", "plotly");
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } known
                ? known : Path.GetTempPath();
            if (OperatingSystem.IsMacOS()) return Path.Combine(home, "Library", "Caches", "qiansi", "plotly");
            var chosen = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? "";
            return Path.Combine(Path.IsPathFullyQualified(chosen) ? chosen : Path.Combine(home, ".cache"), "qiansi", "plotly");
        }
    }

    private static string Fetch(string npm, string folder)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "cmd" : npm)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments = ["pack", $"plotly.js-dist-min@{Version}", "--silent"];
        foreach (var argument in OperatingSystem.IsWindows() ? ["/c", npm, .. arguments] : arguments) start.ArgumentList.Add(argument);
        using var process = Start(start);
        var errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException(
                $"npm did not fetch plotly.js-dist-min {Version} within {Limit.TotalMinutes} minutes; check the network");
        }

        var package = Directory.GetFiles(folder, "*.tgz").FirstOrDefault();
        if (process.ExitCode != 0 || package is null)
            throw new InvalidOperationException(
                $"npm could not fetch plotly.js-dist-min {Version} (exit code {process.ExitCode}): {errors.Result.Trim()}");
        using var stream = File.OpenRead(package);
        if (Convert.ToBase64String(SHA512.HashData(stream)) != Integrity)
            throw new InvalidOperationException(
                $"the package plotly.js-dist-min {Version} that npm fetched is not the one that is known; it is not used");
        return package;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException(
                $"npm was not found, which fetches Plotly's script once; install Node.js with npm ({e.Message})", e);
        }
    }

    private static void Extract(string package, string file)
    {
        using var tar = new TarReader(new GZipStream(File.OpenRead(package), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.Name != "package/plotly.min.js") continue;
            entry.ExtractToFile(file, overwrite: true);
            return;
        }

        throw new InvalidDataException("the package holds no plotly.min.js");
    }
}
