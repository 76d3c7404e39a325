namespace Qiansi.Tool.Doctor.Probes;

/// <summary>The <c>jupyter</c> command and the parts it knows.</summary>
internal static class JupyterProbe
{
    private const string Why = "notebooks in Jupyter's own front ends; not needed for VS Code, nb run and nb lab";

    /// <summary>Looks.</summary>
    public static async Task<IReadOnlyList<DoctorRow>> RunAsync(DoctorEnvironment environment, CancellationToken cancellation)
    {
        if (environment.Find("jupyter") is not { } path)
            return [DoctorRow.Missing("Jupyter", "jupyter", Why, InstallAdvice.Jupyter.For(environment.System))];
        var answer = await environment.RunAsync(path, ["--version"], cancellation).ConfigureAwait(false);
        // "jupyter_core     : 4.12.0", one part a line; absent parts are "not installed".
        var parts = answer.Split('\n').Select(l => l.Split(':', 2)).Where(p => p.Length == 2)
            .Select(p => (Name: p[0].Trim(), Version: p[1].Trim())).Where(p => char.IsAsciiDigit(p.Version.FirstOrDefault())).ToList();
        var core = parts.Find(p => p.Name == "jupyter_core").Version;
        return [DoctorRow.Found("Jupyter", "jupyter", Why, core ?? answer.Split('\n')[0].Trim(), path,
            parts.Count == 0 ? null : string.Join(", ", parts.Select(p => $"{p.Name} {p.Version}")))];
    }
}
