using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Qiansi.Server.Http;
using Qiansi.Server.Hub;
using Qiansi.Server.Kernels;
using Qiansi.Server.Security;

namespace Qiansi.Server;

/// <summary>Serves a folder of notebooks to JupyterLab and to every other client of Jupyter Server's API.</summary>
public sealed class LabServer : IAsyncDisposable
{
    private const int PortsToTry = 50;

    private readonly WebApplication _application;
    private readonly ServerParts _parts;
    private readonly RuntimeFile? _runtimeFile;
    private readonly CancellationTokenSource _stopping;
    private readonly AccessToken _token;
    private bool _isStopped;

    private LabServer(WebApplication application, ServerParts parts, AccessToken token, string address, RuntimeFile? runtimeFile,
        CancellationTokenSource stopping) =>
            (_application, _parts, _token, Address, _runtimeFile, _stopping) = (application, parts, token, address, runtimeFile, stopping);

    /// <summary>Where it listens: <c>http://127.0.0.1:8888/</c>.</summary>
    public string Address { get; }

    /// <summary>The token that requests must show; empty when none is asked for.</summary>
    public string Token => _token.Text;

    /// <summary>Whether JupyterLab is there; without it the API is served all the same.</summary>
    public bool HasLab => _parts.Bundle is not null;

    /// <summary>Why JupyterLab is not there, in a sentence, when the build has said so.</summary>
    public string? LabProblem => HasLab ? null : _parts.BundleProblem;

    /// <summary>Completes when a front end has asked the server to stop.</summary>
    public Task StopRequested => _parts.StopRequested;

    /// <summary>An address that lets a browser in.</summary>
    /// <param name="path">Where to: <c>lab/tree/a.ipynb</c>; the start page when empty.</param>
    public string UrlFor(string path = "") =>
        Address + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)) + (Token.Length > 0 ? $"?token={Token}" : "");

    /// <summary>The running kernels.</summary>
    internal ICollection<HostedKernel> Kernels => _parts.Kernels.All;

    internal HostedKernel Kernel(string id) => _parts.Kernels.Find(id);

    /// <summary>The spare kernel, once it is warm.</summary>
    internal Task<KernelLink> SpareAsync() =>
        _parts.Spare?.Ready ?? throw new InvalidOperationException("This server keeps no spare kernel.");

    /// <summary>All routes, for tests that ask for each.</summary>
    internal IEnumerable<(string Method, string Pattern)> Routes =>
        ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)_application).DataSources
            .SelectMany(s => s.Endpoints).OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .SelectMany(e =>
                e.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()
                    ?.HttpMethods.Select(m => (m, e.RoutePattern.RawText!)) ?? []);

    /// <summary>Starts serving.</summary>
    /// <exception cref="LabServerException">The folder is not there, the address cannot be had,
    /// or it may not be served without a token.</exception>
    public static async Task<LabServer> StartAsync(LabServerOptions options)
    {
        if (!Directory.Exists(options.Folder)) throw new LabServerException($"There is no folder {options.Folder}.");
        if (options.Hub is { } hub) options = options with { Ip = hub.Ip.ToString(), Port = hub.ServiceUrl.Port, Token = "" };
        if (!IPAddress.TryParse(options.Ip, out var ip))
            throw new LabServerException(
                $"'{options.Ip}' is no address to listen on; 127.0.0.1 is this machine only, 0.0.0.0 all networks it is in.");
        var token = new AccessToken(options.Token ?? AccessToken.Create());
        if (options.Hub is null && !token.IsRequired && !IPAddress.IsLoopback(ip))
            throw new LabServerException($"REFUSED: {ip} can be reached from other machines, "
                + $"and without a token everybody there could run programs as {Environment.UserName} on this one. "
                + "Leave the token as it is, or listen on 127.0.0.1.");
        var stopping = new CancellationTokenSource();
        var parts = ServerParts.Create(options, stopping.Token);
        try
        {
            var (application, port) = await ListenAsync(options, ip, token, parts);
            var shown = ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any) ? "127.0.0.1"
                : ip.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{ip}]" : ip.ToString();
            var address = $"http://{shown}:{port}{options.Hub?.Prefix}/";
            parts.Start();
            return new(application, parts, token, address, RuntimeFile.Write(
                address, options.Hub?.Prefix ?? "", port, shown, parts.Root.Folder, token.Text, options.RuntimeFolder, options.Log
                    ?? (_ => { })), stopping);
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops: connections and kernels end, in about a second at most two.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isStopped, true)) return;
        await _stopping.CancelAsync();
        _runtimeFile?.Delete();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await Task.WhenAll(_parts.DisposeAsync().AsTask(), _application.StopAsync(limit.Token));
        await _application.DisposeAsync();
        _stopping.Dispose();
    }

    private static async Task<(WebApplication Application, int Port)> ListenAsync(
        LabServerOptions options, IPAddress ip, AccessToken token, ServerParts parts)
    {
        for (var i = 0; ; i++)
        {
            // When all of a stretch are taken, the system knows a free one.
            var port = options.Port == 0 || i == PortsToTry || options.Port + i > ushort.MaxValue ? 0 : options.Port + i;
            var application = Build(options, ip, port, token, parts);
            try
            {
                await application.StartAsync();
                return (application, new Uri(application.Urls.Single()).Port);
            }
            catch (IOException e)
            {
                await application.DisposeAsync();
                // A hub looks for the server where it said, and nowhere else.
                if (port == 0 || options.Hub is not null || e.InnerException is not Microsoft.AspNetCore.Connections.AddressInUseException)
                    throw new LabServerException($"{ip}:{port} cannot be listened on: {e.Message}", e);
            }
            catch (System.Net.Sockets.SocketException e)
            {
                await application.DisposeAsync();
                throw new LabServerException($"{ip}:{port} cannot be listened on: {e.Message}", e);
            }
        }
    }

    private static WebApplication Build(LabServerOptions options, IPAddress ip, int port, AccessToken token, ServerParts parts)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "Qiansi.Server" });
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBody.SmallBytes;
            kestrel.Limits.MaxConcurrentConnections = 2000;
            kestrel.Listen(ip, port, o => o.Protocols = Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols.Http1);
        });
        var application = builder.Build();
        var gate = new Gate(token, new(IPAddress.IsLoopback(ip), options.AllowedHosts), () => parts.CookieName, parts.HubLogin);
        var log = options.Log ?? (_ => { });
        application.Use((context, next) => FailureReplies.InvokeAsync(
            context, c => BelowPrefixAsync(c, options.Hub?.Prefix, below => gate.InvokeAsync(below, n =>
            {
                if (!HttpMethods.IsGet(n.Request.Method)) parts.Changed();
                if (n.Request.Path.Value != "/" || options.Hub?.DefaultUrl?.TrimStart('/') is not { Length: > 0 } first) return next(n);
                n.Response.Redirect($"{n.Request.PathBase}/{first}");
                return Task.CompletedTask;
            })), log));
        application.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30) });
        application.UseRouting();
        parts.Map(application, gate, token);
        application.Lifetime.ApplicationStarted.Register(() => parts.CookieName = $"qiansi-{new Uri(application.Urls.Single()).Port}");
        return application;
    }

    /// <summary>Takes off what a hub's addresses begin with; there is nothing outside of it.</summary>
    private static Task BelowPrefixAsync(HttpContext context, string? prefix, RequestDelegate next)
    {
        if (string.IsNullOrEmpty(prefix)) return next(context);
        if (!context.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal, out var rest))
            return context.FailAsync(StatusCodes.Status404NotFound,
                $"There is nothing at {context.Request.Path}; this server is at {prefix}/.");
        context.Request.PathBase = prefix;
        context.Request.Path = rest.HasValue ? rest : "/";
        // Relative links of the start page need the slash.
        if (rest.HasValue || !HttpMethods.IsGet(context.Request.Method)) return next(context);
        context.Response.Redirect(prefix + "/" + context.Request.QueryString);
        return Task.CompletedTask;
    }

    /// <summary>Ctrl+C and the end are the program's business, not the web host's.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
