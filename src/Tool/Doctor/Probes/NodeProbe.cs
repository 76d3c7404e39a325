namespace Qiansi.Tool.Doctor.Probes;

/// <summary>Node, npm, and the KaTeX that npm has fetched.</summary>
internal static class NodeProbe
{
    private const string Area = "Web";
    private const int LowestNode = 18;

    /// <summary>Looks.</summary>
    public static async Task<IReadOnlyList<DoctorRow>> RunAsync(DoctorEnvironment environment, CancellationToken cancellation)
    {
        var advice = InstallAdvice.Node.For(environment.System);
        var node = await VersionAsync(environment, "node", "typesets formulas in HTML pages and builds the JupyterLab bundle",
            advice, cancellation).ConfigureAwait(false);
        if (node.Version is { } version && int.TryParse(version.Split('.')[0], out var major) && major < LowestNode)
        {
            node = node with { Status = DoctorStatus.Problem, Detail = $"{LowestNode} or later is needed", HowToGet = advice };
        }
        var npm = await VersionAsync(environment, "npm", "fetches KaTeX and the parts of the JupyterLab bundle",
            advice, cancellation).ConfigureAwait(false);
        return [node, npm, Katex(environment)];
    }

    private static async Task<DoctorRow> VersionAsync(
        DoctorEnvironment environment, string name, string why, string advice, CancellationToken cancellation)
    {
        if (environment.Find(name) is not { } path) return DoctorRow.Missing(Area, name, why, advice);
        try
        {
            var answer = await environment.RunAsync(path, ["--version"], cancellation).ConfigureAwait(false);
            return DoctorRow.Found(Area, name, why, answer.TrimStart('v'), path);
        }
        catch (DoctorException e)
        {
            return new DoctorRow(Area, name, DoctorStatus.Problem, null, path, e.Message, why, advice);
        }
    }

    private static DoctorRow Katex(DoctorEnvironment environment)
    {
        const string Why = "formulas in HTML pages; without it they stay TeX source";
        var folder = environment.CacheRoots.Where(Directory.Exists).SelectMany(r => Directory.EnumerateDirectories(r, "katex-*"))
            .FirstOrDefault(f => Directory.Exists(Path.Combine(f, "node_modules", "katex")));
        return folder is null
            ? DoctorRow.Missing(Area, "KaTeX", Why, "nothing to do: npm fetches it when the first page with a formula is written")
            : DoctorRow.Found(Area, "KaTeX", Why, path: folder);
    }
}
