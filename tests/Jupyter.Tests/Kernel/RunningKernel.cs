using Qiansi.Engine;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.Tests.Client;
using Qiansi.Kernel;

namespace Qiansi.Jupyter.Tests.Kernel;

/// <summary>Our kernel inside the test process, with a client connected to it.</summary>
public sealed class RunningKernel : IAsyncLifetime
{
    private readonly ConnectionFolder _folder = ConnectionFolder.Create(useIpc: !OperatingSystem.IsWindows(), kernelName: null);
    private readonly TaskCompletionSource<int> _ended = new();

    public KernelClient Client { get; private set; } = null!;

    public ConnectionInfo Connection => _folder.Connection;

    public Task<int> Ended => _ended.Task;

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("QIANSI_HISTORY_DIR", Path.Combine(Path.GetDirectoryName(_folder.File)!, "history"));
        new Thread(() => _ended.SetResult(KernelHost.Run(_folder.File, () => new Session()))) { IsBackground = true }.Start();
        Client = new(_folder.Connection, Assert.Fail);
        await Client.WaitReadyAsync(Limit);
    }

    public static CancellationToken Limit => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    internal async Task<(Jupyter.Messages.ExecuteReply Reply, RecordingSink Sink)> RunAsync(
        string code, ExecuteOptions? options = null, RecordingSink? sink = null)
    {
        sink ??= new();
        var reply = await Client.ExecuteAsync(code, sink, options, Limit);
        return (reply, sink);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_ended.Task.IsCompleted) await Client.ShutdownAsync(false, Limit);
        await _ended.Task.WaitAsync(Limit);
        await Client.DisposeAsync();
        _folder.Dispose();
    }
}
