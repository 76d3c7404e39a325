using System.Net;

namespace Qiansi.Tool.Doctor.Probes;

/// <summary>The package sources NuGet is configured with, and whether they answer.</summary>
internal static class PackageSourceProbe
{
    private const string Area = ".NET";
    private const string Why = "#r \"nuget:\" asks them for packages";

    /// <summary>Looks.</summary>
    public static async Task<IReadOnlyList<DoctorRow>> RunAsync(DoctorEnvironment environment, CancellationToken cancellation)
    {
        if (environment.Find("dotnet") is not { } dotnet) return []; // the SDK's own row says so
        var answer =
            await environment.RunAsync(dotnet, ["nuget", "list", "source", "--format", "Short"], cancellation).ConfigureAwait(false);
        // "E https://…", "D …" when disabled, "EM" for machine-wide ones
        string[] sources = [.. answer.Split('\n', StringSplitOptions.TrimEntries).Where(l => l.StartsWith('E') && l.Contains(' '))
            .Select(l => l[(l.IndexOf(' ') + 1)..].Trim())];
        if (sources.Length == 0)
            return [DoctorRow.Missing(Area, "package source", Why, "dotnet nuget add source <address or folder>", "no source is enabled")];

        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        return await Task.WhenAll(sources.Select(s => AskAsync(client, s, environment.Limit / 2, cancellation))).ConfigureAwait(false);
    }

    private static async Task<DoctorRow> AskAsync(HttpClient client, string source, TimeSpan limit, CancellationToken cancellation)
    {
        DoctorRow Problem(string what) => new(Area, "package source", DoctorStatus.Problem, null, source, what, Why,
            "check the connection and the proxy (HTTPS_PROXY); offline, packages used before still work, and #i \"nuget: "
            + "folder\" adds a folder of .nupkg files");
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.IsFile)
        {
            return Directory.Exists(source)
                ? DoctorRow.Found(Area, "package source", Why, path: source, detail: "a folder") : Problem("there is no such folder");
        }
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        wait.CancelAfter(limit);
        try
        {
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, wait.Token).ConfigureAwait(false);
            return response.StatusCode switch
            {
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                    Problem($"it answers {(int)response.StatusCode}: NuGet.config needs credentials for it"),
                _ when response.IsSuccessStatusCode => DoctorRow.Found(Area, "package source", Why, path: source, detail: "answers"),
                _ => Problem($"it answers {(int)response.StatusCode}"),
            };
        }
        catch (HttpRequestException e)
        {
            return Problem(e.InnerException?.Message ?? e.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Problem($"no answer within {limit.TotalSeconds:0.#} s");
        }
    }
}
