using System.ComponentModel;
using System.Diagnostics;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Jupyter.Client;

/// <summary>A kernel in a process of its own: started, talked to, interrupted, restarted and reaped.</summary>
/// <remarks>Dispose it: that ends the process, its children, and removes the connection file. Should this process die first,
/// our own kernel and ipykernel notice and end themselves.</remarks>
public sealed class KernelProcess : IAsyncDisposable
{
    private const int Attempts = 3;
    private static readonly TimeSpan DefaultGrace = TimeSpan.FromSeconds(5);

    private readonly KernelLaunch _launch;
    private readonly Action<string>? _log;
    private readonly SemaphoreSlim _lifecycle = new(1);
    private KernelRun _run;

    private KernelProcess(KernelLaunch launch, KernelRun run, Action<string>? log) => (_launch, _run, _log) = (launch, run, log);

    /// <summary>Talks to the kernel; another one after a restart.</summary>
    public KernelClient Client => _run.Client;

    /// <summary>What the kernel said about itself when it was ready.</summary>
    public KernelInfoReply Info => _run.Info;

    /// <summary>Completes when the process has ended, for whatever reason; another task after a restart.</summary>
    public Task<KernelExit> Exited => _run.Exited;

    /// <summary>Id of the process.</summary>
    public int ProcessId => _run.ProcessId;

    /// <summary>The kernel's addresses and key, for another client.</summary>
    public ConnectionInfo Connection => _run.Connection;

    /// <summary>Path of the connection file.</summary>
    public string ConnectionFile => _run.ConnectionFile;

    /// <summary>Starts a kernel and waits until it answers.</summary>
    /// <param name="launch">What to start.</param>
    /// <param name="cancellation">Gives up; nothing is left behind.</param>
    /// <param name="log">Told, in one line, of messages that were dropped.</param>
    /// <exception cref="KernelStartException">It did not start, died, or did not answer in time.</exception>
    public static async Task<KernelProcess> StartAsync(KernelLaunch launch, CancellationToken cancellation, Action<string>? log = null) =>
        new(launch, await StartRunAsync(launch, log, cancellation), log);

    /// <summary>Interrupts the running cell, by message or by signal as the kernel wants it.</summary>
    public async Task InterruptAsync(CancellationToken cancellation)
    {
        if (_launch.InterruptByMessage) await Client.InterruptAsync(cancellation);
        else _run.Signal();
    }

    /// <summary>Ends the kernel and starts another in its place; all variables are lost.</summary>
    /// <exception cref="KernelStartException">The new one did not start; the old one is gone.</exception>
    public async Task RestartAsync(CancellationToken cancellation)
    {
        await _lifecycle.WaitAsync(cancellation);
        try
        {
            await _run.EndAsync(restart: true, DefaultGrace);
            _run = await StartRunAsync(_launch, _log, cancellation);
        }
        finally
        {
            _lifecycle.Release();
        }
    }

    /// <summary>Asks the kernel to end, kills it when it has not within the grace, and removes what it leaves.</summary>
    /// <param name="grace">5 s when null.</param>
    public async Task<KernelExit> ShutdownAsync(TimeSpan? grace = null)
    {
        await _lifecycle.WaitAsync();
        try
        {
            return await _run.EndAsync(restart: false, grace ?? DefaultGrace);
        }
        finally
        {
            _lifecycle.Release();
        }
    }

    /// <summary>Ends the process and its children at once, without asking.</summary>
    public Task<KernelExit> KillAsync() => ShutdownAsync(TimeSpan.Zero);

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await ShutdownAsync();

    private static async Task<KernelRun> StartRunAsync(KernelLaunch launch, Action<string>? log, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            KernelRun run;
            try
            {
                run = KernelRun.Start(launch, log);
            }
            catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException)
            {
                throw new KernelStartException(
                    $"{launch.DisplayName} could not be started: {e.Message}\nCommand: {string.Join(' ', launch.Command)}", e);
            }
            try
            {
                await run.WaitReadyAsync(launch, cancellation);
                return run;
            }
            catch (KernelStartException e)
                when (attempt < Attempts && e.Message.Contains("already in use", StringComparison.OrdinalIgnoreCase))
            {
                await run.EndAsync(restart: false, TimeSpan.Zero);
            }
            catch
            {
                await run.EndAsync(restart: false, TimeSpan.Zero);
                throw;
            }
        }
    }
}
