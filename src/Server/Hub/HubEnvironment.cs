using System.Net;
using System.Text.Json;

namespace Qiansi.Server.Hub;

/// <summary>What a JupyterHub tells the single-user server that it starts, all by environment variables (since JupyterHub 2.0).</summary>
public sealed record HubEnvironment
{
    private const string Token = "JUPYTERHUB_API_TOKEN";

    /// <summary>Where to listen, exactly: <c>http://127.0.0.1:41234/user/ada/</c>.</summary>
    public required Uri ServiceUrl { get; init; }

    /// <summary>What every address begins with: <c>/user/ada</c>, without a slash at its end.</summary>
    public required string Prefix { get; init; }

    /// <summary>The hub's API: <c>http://127.0.0.1:8081/hub/api</c>.</summary>
    public required Uri Api { get; init; }

    /// <summary>This server's own token for the hub's API, also its secret as an OAuth client.</summary>
    public required string ApiToken { get; init; }

    /// <summary>Its name as an OAuth client: <c>jupyterhub-user-ada</c>.</summary>
    public required string ClientId { get; init; }

    /// <summary>Where the hub sends browsers back to: <c>/user/ada/oauth_callback</c>.</summary>
    public required string Callback { get; init; }

    /// <summary>Scopes of which a visitor needs one.</summary>
    public required IReadOnlyList<string> AccessScopes { get; init; }

    /// <summary>Whose server it is.</summary>
    public required string User { get; init; }

    /// <summary>Its name among the user's servers; empty for the default one.</summary>
    public string ServerName { get; init; } = "";

    /// <summary>Where users see the hub's host: <c>https://hub.example.edu</c>; empty when it is the same as this server's.</summary>
    public string Host { get; init; } = "";

    /// <summary>The hub's own pages: <c>/hub/</c>.</summary>
    public string HubPrefix { get; init; } = "/hub/";

    /// <summary>Where activity is told; nowhere when null.</summary>
    public Uri? Activity { get; init; }

    /// <summary>How often activity is told.</summary>
    public TimeSpan ActivityInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The folder to serve, when the hub names one.</summary>
    public string? Folder { get; init; }

    /// <summary>The page that opens first, below the prefix, when the hub names one.</summary>
    public string? DefaultUrl { get; init; }

    /// <summary>Bytes of memory that the user may use; null for no limit.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Processors that the user may use; null for no limit.</summary>
    public double? ProcessorLimit { get; init; }

    /// <summary>The address to listen on.</summary>
    public IPAddress Ip => ServiceUrl.HostNameType == UriHostNameType.Dns && ServiceUrl.Host != "localhost" ? IPAddress.Any
        : IPAddress.TryParse(ServiceUrl.Host.Trim('[', ']'), out var ip) ? ip : IPAddress.Loopback;

    /// <summary>Reads it; null when no hub has started this process.</summary>
    /// <param name="variable">The value of an environment variable.</param>
    /// <exception cref="LabServerException">A variable is missing or cannot be read.</exception>
    public static HubEnvironment? Read(Func<string, string?> variable)
    {
        if (string.IsNullOrEmpty(variable("JUPYTERHUB_SERVICE_URL")) || string.IsNullOrEmpty(variable(Token))) return null;
        var prefix = Needed("JUPYTERHUB_SERVICE_PREFIX");
        return new()
        {
            ServiceUrl = Address("JUPYTERHUB_SERVICE_URL", Needed("JUPYTERHUB_SERVICE_URL")),
            Prefix = prefix.TrimEnd('/'),
            Api = Address("JUPYTERHUB_API_URL", Needed("JUPYTERHUB_API_URL")),
            ApiToken = Needed(Token),
            ClientId = Needed("JUPYTERHUB_CLIENT_ID"),
            Callback = variable("JUPYTERHUB_OAUTH_CALLBACK_URL") is { Length: > 0 } callback ? callback : prefix.TrimEnd('/')
                + "/oauth_callback",
            AccessScopes = Scopes(variable("JUPYTERHUB_OAUTH_ACCESS_SCOPES") ?? Needed("JUPYTERHUB_OAUTH_SCOPES")),
            User = Needed("JUPYTERHUB_USER"),
            ServerName = variable("JUPYTERHUB_SERVER_NAME") ?? "",
            Host = (variable("JUPYTERHUB_HOST") ?? "").TrimEnd('/'),
            HubPrefix = (variable("JUPYTERHUB_BASE_URL") is { Length: > 0 } root ? root : "/").TrimEnd('/') + "/hub/",
            Activity = variable("JUPYTERHUB_ACTIVITY_URL") is { Length: > 0 } activity ? Address("JUPYTERHUB_ACTIVITY_URL", activity)
                : null,
            ActivityInterval = Number("JUPYTERHUB_ACTIVITY_INTERVAL") is { } seconds ? TimeSpan.FromSeconds(seconds)
                : TimeSpan.FromMinutes(5),
            Folder = variable("JUPYTERHUB_ROOT_DIR") is { Length: > 0 } folder ? AtHome(folder) : null,
            DefaultUrl = variable("JUPYTERHUB_DEFAULT_URL") is { Length: > 0 } page ? page : null,
            MemoryLimit = (long?)Number("MEM_LIMIT"),
            ProcessorLimit = Number("CPU_LIMIT"),
        };

        // The hub leaves ~/course as it is, for it may not know the home.
        string AtHome(string folder) => folder == "~" || folder.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Combine(variable("HOME") is { Length: > 0 } home ? home : "/", folder[1..].TrimStart('/')) : folder;

        string Needed(string name) => variable(name) is { Length: > 0 } value ? value
            : throw new LabServerException(
            $"JUPYTERHUB_SERVICE_URL says that a JupyterHub has started this server, but {name} is not set.");

        double? Number(string name) =>
            double.TryParse(variable(name), System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 ? number
                : null;
    }

    /// <summary>The variables by which kernels keep to the user's limits, where the person or the administrator has set none.</summary>
    public IEnumerable<KeyValuePair<string, string>> KernelEnvironment(Func<string, string?> variable)
    {
        // Three quarters, as .NET does in a container: the rest is for code, stacks and native memory.
        if (MemoryLimit is { } bytes && string.IsNullOrEmpty(variable("DOTNET_GCHeapHardLimit")))
            yield return new("DOTNET_GCHeapHardLimit", $"0x{bytes / 4 * 3:x}");
        if (ProcessorLimit is { } processors && string.IsNullOrEmpty(variable("DOTNET_PROCESSOR_COUNT")))
            yield return new("DOTNET_PROCESSOR_COUNT", $"{Math.Max(1, (int)Math.Ceiling(processors)):x}");
    }

    /// <summary>Takes the token out of this process's environment, which kernels inherit.</summary>
    public static void ForgetToken()
    {
        foreach (var name in (string[])[Token, "JPY_API_TOKEN"]) Environment.SetEnvironmentVariable(name, null);
    }

    private static Uri Address(string name, string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address
        : throw new LabServerException($"{name} is '{text}', which is no address such as http://127.0.0.1:8081/hub/api.");

    private static IReadOnlyList<string> Scopes(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(json) ?? [];
        }
        catch (JsonException e)
        {
            throw new LabServerException($"JUPYTERHUB_OAUTH_ACCESS_SCOPES is no JSON list of names: {json}", e);
        }
    }
}
