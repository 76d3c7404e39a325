using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Zmtp;
using Qiansi.Server.Channels;

namespace Qiansi.Server.Kernels;

/// <summary>A kernel's process, with a subscription to all it publishes, as bytes.</summary>
internal sealed class KernelLink : IAsyncDisposable
{
    private readonly KernelProcess _process;
    private readonly SubSocket _iopub = new();
    private readonly MessageSigner _signer;
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _receiving;
    private volatile Func<KernelMessage, ValueTask>? _receiver;
    private bool _isEnding;

    private KernelLink(KernelProcess process)
    {
        _process = process;
        _signer = new(process.Connection.Key);
        _iopub.Subscribe("");
        _iopub.Connect(process.Connection.Endpoint(process.Connection.IopubPort));
        _receiving = Task.Run(ReceiveAsync);
    }

    public KernelClient Client => _process.Client;

    public int ProcessId => _process.ProcessId;

    public MessageSigner Signer => _signer;

    /// <summary>Completes when the process has ended.</summary>
    public Task<KernelExit> Exited => _process.Exited;

    /// <summary>Starts a kernel; returns when it answers and what it publishes arrives.</summary>
    /// <exception cref="KernelStartException">It did not start.</exception>
    public static async Task<KernelLink> StartAsync(KernelLaunch launch, Action<string> log, CancellationToken cancellation)
    {
        var process = await KernelProcess.StartAsync(launch, cancellation, log);
        var link = new KernelLink(process);
        try
        {
            await process.Client.IgnoreOutputsAsync();
            while (!link._heard.Task.IsCompleted)
            {
                await process.Client.KernelInfoAsync(cancellation);
                await Task.WhenAny(link._heard.Task, Task.Delay(50, cancellation));
                cancellation.ThrowIfCancellationRequested();
            }
            return link;
        }
        catch
        {
            await link.EndAsync(TimeSpan.Zero);
            throw;
        }
    }

    /// <summary>Hands what is published to a receiver from now on; what came before is dropped.</summary>
    public void Deliver(Func<KernelMessage, ValueTask> receiver) => _receiver = receiver;

    /// <summary>A socket to one of the kernel's channels.</summary>
    public DealerSocket Connect(ChannelName channel, byte[] identity)
    {
        var connection = _process.Connection;
        var socket = new DealerSocket { Identity = identity, Linger = TimeSpan.Zero };
        socket.Connect(connection.Endpoint(channel switch
        {
            ChannelName.Shell => connection.ShellPort,
            ChannelName.Control => connection.ControlPort,
            _ => connection.StdinPort,
        }));
        return socket;
    }

    public Task InterruptAsync(CancellationToken cancellation) => _process.InterruptAsync(cancellation);

    /// <summary>Ends the process: asked first, killed when it has not ended within the grace.</summary>
    public async Task<KernelExit> EndAsync(TimeSpan grace)
    {
        var exit = await _process.ShutdownAsync(grace);
        if (Interlocked.Exchange(ref _isEnding, true)) return exit;
        await _ending.CancelAsync();
        await _iopub.DisposeAsync();
        await _receiving;
        _ending.Dispose();
        return exit;
    }

    public async ValueTask DisposeAsync() => await EndAsync(TimeSpan.FromSeconds(1));

    private async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                var frames = await _iopub.ReceiveAsync(_ending.Token);
                _heard.TrySetResult();
                if (_receiver is { } receiver && KernelMessage.Read(frames, _signer) is { } message) await receiver(message);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The kernel has ended.
        }
    }
}
