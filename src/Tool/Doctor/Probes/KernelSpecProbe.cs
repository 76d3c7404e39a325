using System.Text.Json;

namespace Qiansi.Tool.Doctor.Probes;

/// <summary>Whether front ends find the C# kernel, and whether what they would start is still there.</summary>
/// <remarks>Folders and format: "Kernel specs" of the Jupyter client documentation.</remarks>
internal static class KernelSpecProbe
{
    private const string KernelName = ".net-csharp";
    private const string Why = "front ends start C# notebooks with it";

    /// <summary>Looks.</summary>
    public static Task<IReadOnlyList<DoctorRow>> RunAsync(DoctorEnvironment environment, CancellationToken cancellation)
    {
        var file =
            DataFolders(environment).Select(f => Path.Combine(f, "kernels", KernelName, "kernel.json")).FirstOrDefault(File.Exists);
        var row = file is null
            ? DoctorRow.Missing("Jupyter", "kernel", Why, "nb install", $"no {KernelName} in the kernels folders of Jupyter")
            : Check(environment, file);
        return Task.FromResult<IReadOnlyList<DoctorRow>>([row]);
    }

    private static DoctorRow Check(DoctorEnvironment environment, string file)
    {
        DoctorRow Broken(string what) => new("Jupyter", "kernel", DoctorStatus.Problem, null, file, what, Why, "nb install");
        try
        {
            using var spec = JsonDocument.Parse(File.ReadAllBytes(file));
            if (!spec.RootElement.TryGetProperty("argv", out var argv) || argv.ValueKind != JsonValueKind.Array
                || argv.GetArrayLength() == 0) return Broken("it has no argv");
            string[] words = [.. argv.EnumerateArray().Select(a => a.GetString() ?? "")
                .Select(a => a.Replace("{resource_dir}", Path.GetDirectoryName(file)))];
            var starts = Path.IsPathFullyQualified(words[0]) ? File.Exists(words[0]) : environment.Find(words[0]) is not null;
            if (!starts) return Broken($"it starts {words[0]}, which is not there (the clone was moved?)");
            var gone = words.Skip(1).FirstOrDefault(w =>
                Path.IsPathFullyQualified(w) && Path.GetExtension(w).ToLowerInvariant() is ".dll" or ".cmd" && !File.Exists(w));
            if (gone is not null) return Broken($"it starts {gone}, which is not there (the clone was moved?)");
            var name = spec.RootElement.TryGetProperty("display_name", out var display) ? display.GetString() : null;
            return DoctorRow.Found("Jupyter", "kernel", Why, path: file, detail: $"{name ?? KernelName}: {string.Join(' ', words)}");
        }
        catch (JsonException e)
        {
            return Broken($"it is not JSON: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            return Broken("argv holds something other than text");
        }
    }

    private static IEnumerable<string> DataFolders(DoctorEnvironment environment)
    {
        foreach (var folder in (environment.Variable("JUPYTER_PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)) yield return folder;
        foreach (var variable in (string[])["VIRTUAL_ENV", "CONDA_PREFIX"])
        {
            if (environment.Variable(variable) is { } prefix) yield return Path.Combine(prefix, "share", "jupyter");
        }
        if (environment.Variable("JUPYTER_DATA_DIR") is { } chosen) yield return chosen;
        else if (environment.System == SystemKind.MacOS) yield return Path.Combine(environment.Home, "Library", "Jupyter");
        else if (environment.System == SystemKind.Windows)
            yield return Path.Combine(environment.Variable("APPDATA") ?? environment.Home, "jupyter");
        else
            yield return Path.Combine(
                environment.Variable("XDG_DATA_HOME") ?? Path.Combine(environment.Home, ".local", "share"), "jupyter");
        if (environment.System == SystemKind.Windows)
            yield return Path.Combine(environment.Variable("PROGRAMDATA") ?? environment.SystemRoot, "jupyter");
        else
        {
            yield return Path.Combine(environment.SystemRoot, "usr", "local", "share", "jupyter");
            yield return Path.Combine(environment.SystemRoot, "usr", "share", "jupyter");
            if (environment.System == SystemKind.MacOS)
                yield return Path.Combine(environment.SystemRoot, "opt", "homebrew", "share", "jupyter");
        }
    }
}
