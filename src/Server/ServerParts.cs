using System.Security.Cryptography;
using System.Text;
using Qiansi.Documents.Saving;
using Qiansi.Server.Channels;
using Qiansi.Server.Contents;
using Qiansi.Server.Course;
using Qiansi.Server.Http;
using Qiansi.Server.Hub;
using Qiansi.Server.Kernels;
using Qiansi.Server.Pages;
using Qiansi.Server.Security;
using Qiansi.Server.Sessions;
using Qiansi.Server.Workbench;

namespace Qiansi.Server;

/// <summary>The parts of a server, put together.</summary>
internal sealed class ServerParts : IAsyncDisposable
{
    private readonly LabServerOptions _options;
    private readonly CancellationToken _stopping;
    private readonly Action<string> _log;
    private readonly string _state;
    private readonly KernelCatalog _catalog;
    private readonly SpareKernel? _spare;
    private readonly KernelPool _kernels;
    private readonly SessionTable _sessions;
    private readonly ChapterProgress _progress;
    private readonly IdleCuller? _culler;
    private readonly HttpClient? _hubClient;
    private readonly HubActivity? _hubActivity;
    private long _lastChange = DateTime.UtcNow.Ticks;
    private readonly TaskCompletionSource _stopRequested = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerParts(LabServerOptions options, CancellationToken stopping)
    {
        (_options, _stopping, _log) = (options, stopping, options.Log ?? (_ => { }));
        Root = new(options.Folder, options.ShowHidden) { Work = options.StudentEdition is { } edition ? new(edition, _log) : null };
        Bundle = Workbench.Bundle.Find(options.BundleFolder ?? Workbench.Bundle.DefaultFolder);
        _state = options.StateFolder ?? UserFolder.Of("lab");
        _catalog = new(options.Kernel);
        if (options.KeepSpareKernel) _spare = new(options.Kernel.Launch with { WorkingDirectory = Root.Folder }, _log);
        _kernels = new(_catalog, new(_catalog, _spare, _log), options.MostKernels, _log);
        _sessions = new(_kernels, Root);
        _progress = new(Path.Combine(_state, "progress"), _log);
        _kernels.CellSucceeded = (kernel, cell) =>
        {
            if (_sessions.Of(kernel) is { Type: "notebook" } session) _progress.Succeeded(Path.Combine(Root.Folder, session.Path), cell);
        };
        if (options.Hub is { } hub)
        {
            // Past the limit that the hub itself has for answers, nobody waits any more.
            _hubClient = new() { Timeout = TimeSpan.FromSeconds(30) };
            HubLogin = new(hub, new(hub, _hubClient));
            _hubActivity = new(hub, _hubClient, LastActivity, _log);
        }
        if (options.EndIdleKernelsAfter is { } limit) _culler = new(_kernels, limit, _log);
    }

    public RootFolder Root { get; }

    public Bundle? Bundle { get; }

    public string? BundleProblem => Workbench.Bundle.Problem(_options.BundleFolder ?? Workbench.Bundle.DefaultFolder);

    /// <summary>Name of the browser's cookie: cookies know no ports, so the name does.</summary>
    public string CookieName { get; set; } = "qiansi";

    /// <summary>How people log in under a hub; null without one.</summary>
    public HubLogin? HubLogin { get; }

    public Task StopRequested => _stopRequested.Task;

    public SpareKernel? Spare => _spare;

    public KernelPool Kernels => _kernels;

    public static ServerParts Create(LabServerOptions options, CancellationToken stopping)
    {
        try
        {
            return new(options, stopping);
        }
        catch (InvalidDataException e)
        {
            throw new LabServerException(e.Message, e);
        }
    }

    /// <summary>Adds all routes.</summary>
    public void Map(WebApplication application, Gate gate, AccessToken token)
    {
        var checkpoints = new CheckpointStore();
        var trust = new TrustStore(Path.Combine(_state, "trust"), _log);
        var reader = new ContentReader(Root, trust);
        var writer = new ContentWriter(Root, trust);
        var locks = new FileLocks();
        _kernels.CellUnseen = new UnseenOutputs(Root, _sessions, locks, trust, _log).SaveAsync;
        var bin = Trash.Find(Root.Folder, _options.TrashFolder);
        new ContentRoutes(Root, reader, writer, new(Root), new(checkpoints, bin), checkpoints, locks).Map(application);
        new FileRoutes(Root).Map(application);
        new KernelRoutes(_kernels, Root).Map(application);
        new KernelSpecRoutes(_catalog).Map(application);
        new ChannelRoutes(_kernels, _log, _stopping).Map(application);
        new SessionRoutes(_sessions).Map(application);
        new StatusRoutes(_kernels, () => _stopRequested.TrySetResult()).Map(application);
        new ExportRoutes(Root, _options.Exports).Map(application);
        if (HubLogin is null) new LoginPage(gate, token).Map(application);
        else HubLogin.Map(application);
        PlainPage.MapResources(application);
        new SolutionRoute(Root).Map(application);
        new StartPage(new(Root, _progress), writer, Bundle is not null).Map(application);
        if (Bundle is null)
        {
            new MissingBundlePage(BundleProblem).Map(application);
        }
        else
        {
            new WorkbenchPages(Bundle, Root, hasTrash: bin is not null, _options.Hub).Map(application);
            new SettingsRoutes(Bundle, Path.Combine(_state, "settings")).Map(application);
            new WorkspaceRoutes(Path.Combine(_state, "workspaces", Hash(Root.Folder))).Map(application);
            new LabRoutes(Bundle).Map(application);
        }
        application.MapFallback(context => context.FailAsync(404, $"There is nothing at {context.Request.Path}."));
    }

    /// <summary>Begins what goes on beside requests.</summary>
    public void Start()
    {
        _spare?.Prepare();
        _culler?.Start();
        _hubActivity?.Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (_culler is not null) await _culler.DisposeAsync();
        if (_hubActivity is not null) await _hubActivity.DisposeAsync();
        _hubClient?.Dispose();
        await Task.WhenAll(_kernels.DisposeAsync().AsTask(), _spare?.DisposeAsync().AsTask() ?? Task.CompletedTask);
    }

    /// <summary>Somebody changed something, which counts as activity; reading does not, since an open page asks all the time.</summary>
    public void Changed() => Interlocked.Exchange(ref _lastChange, DateTime.UtcNow.Ticks);

    private DateTime LastActivity() => _kernels.All
        .Select(k => k.State.Execution == "busy" ? DateTime.UtcNow : k.State.LastActivity)
        .Append(new(Interlocked.Read(ref _lastChange), DateTimeKind.Utc)).Max();

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
