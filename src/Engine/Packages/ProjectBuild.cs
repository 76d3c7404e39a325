using System.Text.Json;
using System.Text.RegularExpressions;

namespace Qiansi.Engine.Packages;

/// <summary>A project that a cell references, built.</summary>
/// <param name="Assemblies">Its own assembly, then those of the projects it references, full paths.</param>
/// <param name="Packages">The packages all of them ask for.</param>
internal sealed partial record ProjectBuild(IReadOnlyList<string> Assemblies, IReadOnlyList<PackageReference> Packages)
{
    private static readonly string[] Quiet = ["-nologo", "-nodeReuse:false", "-tl:off", "-v:quiet", "-clp:NoSummary"];

    /// <summary>Whether a path names a project.</summary>
    public static bool IsProject(string path) => Path.GetExtension(path).ToLowerInvariant() is ".csproj" or ".fsproj" or ".vbproj";

    /// <summary>Builds a project as <c>dotnet build</c> does, in the place and with the settings it has; of several frameworks the newest
    /// that runs here.</summary>
    /// <param name="project">Full path.</param>
    /// <param name="progress">Told what is going on.</param>
    /// <param name="cancellation">Ends the build.</param>
    /// <exception cref="PackageResolutionException">It does not build; the message has the compiler's errors.</exception>
    public static async Task<ProjectBuild> RunAsync(string project, IProgress<string> progress, CancellationToken cancellation)
    {
        progress.Report($"Building {Path.GetFileName(project)} …");
        var sdk = DotnetSdk.Find();
        var properties = await EvaluateAsync(sdk, project, [], cancellation).ConfigureAwait(false);
        var framework = properties["TargetFramework"];
        string[] choice = [];
        if (framework.Length == 0)
        {
            framework = Newest(project, properties["TargetFrameworks"]);
            choice = [$"-p:TargetFramework={framework}"];
            properties = await EvaluateAsync(sdk, project, choice, cancellation).ConfigureAwait(false);
        }

        await RunAsync(sdk, project, ["build", project, .. Quiet, .. choice], cancellation).ConfigureAwait(false);
        using var assets = AssetsFile.TryOpen(properties["ProjectAssetsFile"]);
        var target = properties["TargetPath"];
        var referenced = assets?.ReferencedProjects(framework).Select(name => Path.Combine(Path.GetDirectoryName(target)!, name))
            .Where(File.Exists) ?? [];
        return new([target, .. referenced], assets?.PackagesOfProject(framework) ?? []);
    }

    private static async Task<Dictionary<string,
        string>> EvaluateAsync(DotnetSdk sdk, string project, string[] choice, CancellationToken cancellation)
    {
        const string Wanted = "-getProperty:TargetFramework,TargetFrameworks,TargetPath,ProjectAssetsFile";
        var lines = await RunAsync(sdk, project, ["msbuild", project, "-nologo", Wanted, .. choice], cancellation).ConfigureAwait(false);
        using var json = JsonDocument.Parse(string.Join('\n', lines));
        return json.RootElement.GetProperty("Properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);
    }

    private static async Task<IReadOnlyList<string>> RunAsync(DotnetSdk sdk, string project, string[] arguments,
        CancellationToken cancellation)
    {
        var answer = await DotnetCommand.RunAsync(sdk, Path.GetDirectoryName(project)!, arguments, _ => { },
            cancellation).ConfigureAwait(false);
        if (answer.Succeeded) return answer.Lines;
        string[] errors = [.. answer.Lines.Where(l => Error().IsMatch(l))
            .Select(l => "  " + ProjectName().Replace(l.Trim(), "")).Distinct()];
        if (errors.Length == 0) errors = [.. answer.Lines.TakeLast(20)];
        throw new PackageResolutionException($"{Path.GetFileName(project)} does not build:\n{string.Join('\n', errors.Take(20))}");
    }

    /// <summary>The newest of some frameworks that runs here.</summary>
    /// <exception cref="PackageResolutionException">None does.</exception>
    internal static string Newest(string project, string frameworks)
    {
        var all = frameworks.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var best = from framework in all
                   let name = NetVersion().Match(framework)
                   where name.Success
                   let version = Version.Parse(name.Groups["version"].Value)
                   let isStandard = name.Groups["standard"].Success
                   where isStandard || version.Major <= Environment.Version.Major
                   orderby isStandard, version descending
                   select framework;
        return best.FirstOrDefault() ?? throw new PackageResolutionException(
            $"{Path.GetFileName(project)} is built for {string.Join(", ", all)}; this kernel runs {TargetPlatform.Framework} and what is "
            + "built for it or before it.");
    }

    [GeneratedRegex(@"(:|\)|^)\s*error\b")]
    private static partial Regex Error();

    [GeneratedRegex(@" \[[^\[\]]*proj(::[^\[\]]*)?\]$")]
    private static partial Regex ProjectName();

    [GeneratedRegex(@"^net(?<standard>standard)?(?<version>\d+\.\d+)$")]
    private static partial Regex NetVersion();
}
