using System.Security.Cryptography;
using System.Text;
using Qiansi.Documents.Saving;

namespace Qiansi.Publishing.Formulas;

/// <summary>KaTeX in a folder of the user's, installed by npm the first time a page has a formula.</summary>
/// <remarks>
/// The folder's name holds the hash of the lock file, so a new version of the tool never meets an old KaTeX. It is filled beside its place and then
/// moved there, so it is whole or absent, also when two pages are written at once.
/// </remarks>
internal static class KatexInstallation
{
    private static readonly string[] Files = ["package.json", "package-lock.json", "render.mjs"];
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(2);

    /// <summary>Where installations are kept unless the caller says otherwise.</summary>
    public static string DefaultRoot => UserFolder.Of();

    /// <summary>The render script of an installation, installing first when there is none.</summary>
    /// <param name="root">Folder that holds installations.</param>
    /// <param name="npm">The npm command.</param>
    /// <exception cref="TypesettingException">npm could not install it; the message says what npm said.</exception>
    public static string Ensure(string root, string? npm)
    {
        var folder = Path.Combine(root, "katex-" + LockHash());
        var script = Path.Combine(folder, "render.mjs");
        if (File.Exists(script)) return script;
        if (npm is null) throw new TypesettingException("npm was not found, which fetches KaTeX once; install npm and write the page again");

        var fresh = Path.Combine(root, $"katex-{Environment.ProcessId}-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(fresh);
            foreach (var name in Files) File.WriteAllText(Path.Combine(fresh, name), PageResources.Text("Katex." + name));
            var run = ChildProcess.Run(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--omit=dev"], "", fresh, InstallLimit);
            if (run.ExitCode != 0)
                throw new TypesettingException($"npm could not fetch KaTeX (exit code {run.ExitCode}: {LastWords(run.Error)}); check the network and write the page again");
            try
            {
                Directory.Move(fresh, folder);
            }
            catch (IOException) when (File.Exists(script))
            {
                // Another page got there first; its installation is the same.
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TypesettingException($"KaTeX could not be kept in {folder}: {e.Message}");
        }
        finally
        {
            if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
        }

        return script;
    }

    private static string LockHash()
    {
        var parts = Files.Select(name => PageResources.Text("Katex." + name));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))))[..12];
    }

    private static string LastWords(string error)
    {
        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(l => l.StartsWith("npm error", StringComparison.Ordinal) && !l.Contains("A complete log"))
            .Select(l => l["npm error".Length..].Trim()).Where(l => l.Length > 0).Take(2).ToArray();
        return lines.Length > 0 ? string.Join(' ', lines) : "it gave no reason";
    }
}
