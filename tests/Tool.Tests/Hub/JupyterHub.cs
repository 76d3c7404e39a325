using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Qiansi.Tool.Tests.EndToEnd;

namespace Qiansi.Tool.Tests.Hub;

/// <summary>A real JupyterHub with its proxy, on loopback, whose users' servers are <c>nb lab</c>.</summary>
internal sealed class JupyterHub : IAsyncDisposable
{
    private const string ServiceToken = "0123456789abcdef0123456789abcdef";

    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort(), _hubPort = FreePort(), _proxyPort = FreePort();
    private Process? _hub;

    private JupyterHub() => Admin = new()
    {
        BaseAddress = Address,
        Timeout = TimeSpan.FromMinutes(2),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("token", ServiceToken) },
    };

    /// <summary>Why there is none on this machine; null when there is.</summary>
    public static string? Missing { get; } =
        !OperatingSystem.IsLinux() ? "JupyterHub runs on Linux."
        : ((string[])["jupyterhub", "configurable-http-proxy"]).FirstOrDefault(p => !File.Exists($"/usr/bin/{p}")) is { } program
            ? $"{program} is not installed (Debian: jupyterhub)." : null;

    /// <summary>Where browsers find it.</summary>
    public Uri Address => new($"http://127.0.0.1:{_port}/");

    /// <summary>A client with an administrator's token.</summary>
    public HttpClient Admin { get; }

    public static async Task<JupyterHub> StartAsync(params string[] configuration)
    {
        var hub = new JupyterHub();
        Directory.CreateDirectory(hub._folder["hub"]);
        File.WriteAllText(hub._folder["hub/config.py"], $$"""
            import os
            c.JupyterHub.bind_url = 'http://127.0.0.1:{{hub._port}}'
            c.JupyterHub.hub_bind_url = 'http://127.0.0.1:{{hub._hubPort}}'
            c.ConfigurableHTTPProxy.api_url = 'http://127.0.0.1:{{hub._proxyPort}}'
            c.ConfigurableHTTPProxy.pid_file = 'proxy.pid'
            c.JupyterHub.db_url = 'sqlite:///hub.sqlite'
            c.JupyterHub.cookie_secret_file = 'cookie_secret'
            c.JupyterHub.authenticator_class = 'jupyterhub.auth.DummyAuthenticator'
            c.JupyterHub.spawner_class = 'jupyterhub.spawner.SimpleLocalProcessSpawner'
            c.SimpleLocalProcessSpawner.home_dir_template = '{{hub._folder.Folder}}/home/{username}'
            c.Spawner.ip = '127.0.0.1'
            c.Spawner.cmd = ['{{NbProcess.Program}}', 'lab']
            c.Spawner.mem_limit = '2G'
            c.Spawner.environment = {'JUPYTERHUB_ACTIVITY_INTERVAL': '2'}
            c.JupyterHub.cleanup_servers = False
            c.JupyterHub.cleanup_proxy = False
            c.ConfigurableHTTPProxy.should_start = True
            c.ConfigurableHTTPProxy.auth_token = 'a-fixed-token-of-the-proxy'
            c.JupyterHub.concurrent_spawn_limit = 0
            c.JupyterHub.services = [{'name': 'tests', 'api_token': '{{ServiceToken}}'}]
            c.JupyterHub.load_roles = [{
                'name': 'tests', 'services': ['tests'], 'scopes': ['admin:users', 'admin:servers', 'access:servers', 'tokens']}]
            {{string.Join('\n', configuration)}}

            """);
        await hub.BeginAsync();
        return hub;
    }

    /// <summary>Ends the hub alone, proxy and servers left running, and starts it again.</summary>
    public async Task RestartAsync()
    {
        _hub!.Kill();
        await _hub.WaitForExitAsync();
        _hub.Dispose();
        await BeginAsync();
    }

    /// <summary>Makes a user and starts the user's server.</summary>
    public async Task SpawnAsync(string user)
    {
        (await Admin.PostAsync($"hub/api/users/{user}", null)).Dispose();
        using var asked = await Admin.PostAsync($"hub/api/users/{user}/server", null);
        Assert.True(asked.IsSuccessStatusCode, $"{(int)asked.StatusCode} {await asked.Content.ReadAsStringAsync()}\n{Log}");
        await Eventually.HoldsAsync(async () =>
            (bool?)(await ServerAsync(user))?["ready"] == true, seconds: 90, $"the server of {user} is ready");
    }

    /// <summary>What the hub knows of a user's server; null when there is none.</summary>
    public async Task<JsonNode?> ServerAsync(string user) =>
        JsonNode.Parse(await Admin.GetStringAsync($"hub/api/users/{user}"))!["servers"]![""];

    /// <summary>A token with which a user's programs work.</summary>
    public async Task<string> TokenOfAsync(string user)
    {
        using var made = await Admin.PostAsync($"hub/api/users/{user}/tokens", null);
        return (string)JsonNode.Parse(await made.Content.ReadAsStringAsync())!["token"]!;
    }

    /// <summary>Ends a user's server.</summary>
    public async Task StopAsync(string user)
    {
        using var asked = await Admin.DeleteAsync($"hub/api/users/{user}/server");
        Assert.True(asked.IsSuccessStatusCode);
        await Eventually.HoldsAsync(async () => await ServerAsync(user) is null, seconds: 60, $"the server of {user} has ended");
    }

    /// <summary>Processes, servers and kernels alike, of a user.</summary>
    public IReadOnlyList<int> ProcessesOf(string user) =>
        [.. Processes().Where(id => EnvironmentOf(id).Contains($"JUPYTERHUB_USER={user}\0", StringComparison.Ordinal)
                && EnvironmentOf(id).Contains(_folder.Folder, StringComparison.Ordinal))];

    /// <summary>What hub and servers have said.</summary>
    public string Log => File.Exists(_folder["hub/log"]) ? File.ReadAllText(_folder["hub/log"]) : "";

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        if (_hub is { HasExited: false })
        {
            _hub.Kill();
            await _hub.WaitForExitAsync();
        }

        _hub?.Dispose();
        foreach (var id in Processes())
        {
            // Servers and proxy outlive the hub on purpose; this test's folder is in their environment.
            if (id == Environment.ProcessId || !EnvironmentOf(id).Contains(_folder.Folder, StringComparison.Ordinal)) continue;
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // It has ended meanwhile.
            }
        }

        _folder.Dispose();
    }

    private async Task BeginAsync()
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec /usr/bin/jupyterhub -f config.py >> log 2>&1"])
        {
            WorkingDirectory = _folder["hub"],
        };
        // Debian's proxy finds its modules only with Debian's Node.js.
        start.Environment["NODE_PATH"] = "/usr/share/nodejs";
        start.Environment["PATH"] = "/usr/bin:/bin:/usr/sbin:" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["CONFIGPROXY_AUTH_TOKEN"] = "a-fixed-token-of-the-proxy";
        start.Environment["XDG_DATA_HOME"] = _folder["data"];
        _hub = Process.Start(start)!;
        await Eventually.HoldsAsync(async () =>
        {
            if (_hub.HasExited) Assert.Fail("the hub ended: " + Log);
            try
            {
                using var answer = await Admin.GetAsync("hub/api/");
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, seconds: 60, "the hub answers");
    }

    private static IEnumerable<int> Processes() => Directory.GetDirectories("/proc").Select(Path.GetFileName)
        .Where(n => int.TryParse(n, out _)).Select(n => int.Parse(n!, CultureInfo.InvariantCulture));

    private static string EnvironmentOf(int process) => Read($"/proc/{process}/environ");

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
