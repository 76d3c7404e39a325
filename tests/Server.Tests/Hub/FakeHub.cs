using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Qiansi.Server.Hub;

namespace Qiansi.Server.Tests.Hub;

/// <summary>The part of a JupyterHub that says who holds a token.</summary>
internal sealed class FakeHub : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _address;

    public FakeHub()
    {
        _address = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(_address);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Tokens with the JSON of their users.</summary>
    public ConcurrentDictionary<string, string> Users { get; } = new();

    /// <summary>Bodies of what was posted.</summary>
    public ConcurrentQueue<(string Path, string Body)> Posted { get; } = new();

    /// <summary>How often it was asked for a user.</summary>
    public int Questions { get; private set; }

    /// <summary>What it tells the server of <c>ada</c>.</summary>
    public HubEnvironment Environment => HubEnvironment.Read(name => Variables().GetValueOrDefault(name))!;

    public Dictionary<string, string> Variables() => new()
    {
        ["JUPYTERHUB_SERVICE_URL"] = $"http://127.0.0.1:{FreePort()}/user/ada/",
        ["JUPYTERHUB_SERVICE_PREFIX"] = "/user/ada/",
        ["JUPYTERHUB_API_URL"] = _address + "hub/api",
        ["JUPYTERHUB_API_TOKEN"] = "secret",
        ["JUPYTERHUB_CLIENT_ID"] = "jupyterhub-user-ada",
        ["JUPYTERHUB_OAUTH_ACCESS_SCOPES"] = "[\"access:servers!server=ada/\", \"access:servers!user=ada\"]",
        ["JUPYTERHUB_USER"] = "ada",
        ["JUPYTERHUB_HOST"] = "https://hub.example.edu",
        ["JUPYTERHUB_BASE_URL"] = "/",
        ["JUPYTERHUB_ACTIVITY_URL"] = _address + "hub/api/users/ada/activity",
        ["MEM_LIMIT"] = "1073741824",
        ["CPU_LIMIT"] = "1.5",
    };

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var (status, body) = Answer(context.Request);
            context.Response.StatusCode = status;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            context.Response.Close();
        }
    }

    private (int Status, string Body) Answer(HttpListenerRequest request)
    {
        if (request.HttpMethod == "POST")
        {
            using var reader = new StreamReader(request.InputStream);
            Posted.Enqueue((request.Url!.AbsolutePath, reader.ReadToEnd()));
            return (200, "{\"access_token\": \"given\"}");
        }

        Questions++;
        return Users.TryGetValue(request.Headers["Authorization"]?["token ".Length..] ?? "", out var user) ? (200, user) : (403, "{}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
