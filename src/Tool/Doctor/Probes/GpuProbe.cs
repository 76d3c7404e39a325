namespace Qiansi.Tool.Doctor.Probes;

/// <summary>NVIDIA's driver, its library, and the cards.</summary>
internal static class GpuProbe
{
    private const string Area = "GPU";
    private const string Why = "live GPU figures, and packages that compute on the GPU; everything else runs without";

    /// <summary>Looks.</summary>
    public static async Task<IReadOnlyList<DoctorRow>> RunAsync(DoctorEnvironment environment, CancellationToken cancellation)
    {
        var advice = InstallAdvice.NvidiaDriver.For(environment.System);
        var library = Libraries(environment).FirstOrDefault(File.Exists);
        var driver = library is null
            ? DoctorRow.Missing(Area, "NVIDIA driver library", Why, advice)
            : DoctorRow.Found(Area, "NVIDIA driver library", Why, path: library);
        if (environment.Find("nvidia-smi") is not { } smi)
            return [DoctorRow.Missing(Area, "NVIDIA", Why, advice, "there is no nvidia-smi on PATH"), driver];

        string answer;
        try
        {
            answer = await environment.RunAsync(smi, ["--query-gpu=name,driver_version,memory.total", "--format=csv,noheader"],
                cancellation).ConfigureAwait(false);
        }
        catch (DoctorException e)
        {
            return [new DoctorRow(Area, "NVIDIA", DoctorStatus.Problem, null, smi, e.Message, Why, advice), driver];
        }
        var rows = new List<DoctorRow>();
        foreach (var line in answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var fields = line.Split(',', StringSplitOptions.TrimEntries);
            rows.Add(DoctorRow.Found(Area, fields[0], Why, fields.ElementAtOrDefault(1), smi, fields.ElementAtOrDefault(2)));
        }
        if (rows.Count == 0) rows.Add(DoctorRow.Missing(Area, "NVIDIA", Why, advice, "nvidia-smi lists no card"));
        rows.Add(driver);
        return rows;
    }

    private static IEnumerable<string> Libraries(DoctorEnvironment environment)
    {
        if (environment.System == SystemKind.Windows)
        {
            yield return Path.Combine(
                environment.Variable("SystemRoot") ?? Path.Combine(environment.SystemRoot, "Windows"), "System32", "nvcuda.dll");
            yield break;
        }
        var folders = (environment.Variable("LD_LIBRARY_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(new[] { "usr/lib/x86_64-linux-gnu", "usr/lib/aarch64-linux-gnu", "usr/lib64", "usr/lib", "usr/lib/wsl/lib",
                "usr/local/nvidia/lib64" }.Select(f => Path.Combine(environment.SystemRoot, f)));
        foreach (var folder in folders) yield return Path.Combine(folder, "libcuda.so.1");
    }
}
