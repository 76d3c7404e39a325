namespace Qiansi.Tool.Doctor.Probes;

/// <summary>.NET SDKs and runtimes, as <c>dotnet</c> lists them.</summary>
internal static class DotnetProbe
{
    private const string Area = ".NET";
    private const string WhySdk = "builds the tool and restores #r \"nuget:\" packages";
    private const string WhyRuntime = "runs the kernel";

    /// <summary>Looks.</summary>
    public static async Task<IReadOnlyList<DoctorRow>> RunAsync(DoctorEnvironment environment, CancellationToken cancellation)
    {
        var advice = InstallAdvice.DotnetSdk.For(environment.System);
        if (environment.Find("dotnet") is not { } dotnet)
        {
            return [DoctorRow.Missing(Area, "SDK", WhySdk, advice, "there is no dotnet on PATH")];
        }
        var sdks = await environment.RunAsync(dotnet, ["--list-sdks"], cancellation).ConfigureAwait(false);
        var runtimes = await environment.RunAsync(dotnet, ["--list-runtimes"], cancellation).ConfigureAwait(false);
        return
        [
            Row("SDK", WhySdk, Versions(sdks, 0)),
            Row("runtime", WhyRuntime, Versions(Of(runtimes, "Microsoft.NETCore.App"), 1)),
            Row("ASP.NET Core runtime", WhyRuntime + " and the server", Versions(Of(runtimes, "Microsoft.AspNetCore.App"), 1)),
        ];

        DoctorRow Row(string name, string why, List<string> versions)
        {
            if (versions.Count == 0) return DoctorRow.Missing(Area, name, why, advice);
            var fits = versions.Exists(v => int.TryParse(v.Split('.')[0], out var major) && major >= Environment.Version.Major);
            var all = string.Join(", ", versions);
            return fits
                ? DoctorRow.Found(Area, name, why, versions[^1], dotnet, versions.Count > 1 ? all : null)
                : new DoctorRow(Area, name, DoctorStatus.Problem, versions[^1], dotnet,
                    $"{all}: {Environment.Version.Major} or later is needed", why, advice);
        }
    }

    private static string Of(string lines, string framework) =>
        string.Join('\n', lines.Split('\n').Where(l => l.StartsWith(framework + " ", StringComparison.Ordinal)));

    // "10.0.401 [/usr/share/dotnet/sdk]" and "Microsoft.NETCore.App 10.0.12 [/usr/share/dotnet/shared/…]", in rising order.
    private static List<string> Versions(string lines, int column) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim().Split(' '))
            .Where(p => p.Length > column + 1).Select(p => p[column])];
}
