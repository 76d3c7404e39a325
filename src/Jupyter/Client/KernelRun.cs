using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Processes;

namespace Qiansi.Jupyter.Client;

/// <summary>One life of a kernel's process, from start to reaping.</summary>
internal sealed class KernelRun
{
    // A process that has ended has written all it will; only children that inherited its streams keep them open.
    private static readonly TimeSpan DrainLimit = TimeSpan.FromMilliseconds(300);

    private readonly Process _process;
    private readonly ConnectionFolder _folder;
    private readonly OutputTail _output = new();
    private readonly WindowsInterruptEvent? _interrupt;
    private readonly bool _hasGroup;
    private readonly GroupReaper? _reaper;
    private volatile bool _requested;
    private bool _ended;

    private KernelRun(
        Process process, ConnectionFolder folder, WindowsInterruptEvent? interrupt, bool hasGroup, bool reap, Action<string>? log)
    {
        (_process, _folder, _interrupt, _hasGroup) = (process, folder, interrupt, hasGroup);
        ProcessId = process.Id;
        if (reap) _reaper = GroupReaper.Start(process.Id, hasGroup, Path.GetDirectoryName(folder.File)!);
        var drained = Task.WhenAll(_output.DrainAsync(process.StandardOutput), _output.DrainAsync(process.StandardError));
        Client = new(folder.Connection, log);
        Exited = WatchAsync(drained);
    }

    public KernelClient Client { get; }

    public KernelInfoReply Info { get; private set; } = new("", "", new("", "", "", ""));

    public Task<KernelExit> Exited { get; }

    public int ProcessId { get; }

    public ConnectionInfo Connection => _folder.Connection;

    public string ConnectionFile => _folder.File;

    public static KernelRun Start(KernelLaunch launch, Action<string>? log)
    {
        var folder = ConnectionFolder.Create(launch.UseIpc, launch.KernelName);
        WindowsInterruptEvent? interrupt = null;
        try
        {
            var start = new ProcessStartInfo
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                StandardErrorEncoding = Encoding.UTF8,
                CreateNoWindow = true,
                WorkingDirectory = launch.WorkingDirectory ?? "",
            };
            // A session of its own keeps a terminal's Ctrl+C from reaching the kernel,
            // and makes its children a group that can be ended together.
            var hasGroup = File.Exists("/usr/bin/setsid");
            if (hasGroup) start.ArgumentList.Add(launch.Command[0]);
            start.FileName = hasGroup ? "/usr/bin/setsid" : launch.Command[0];
            if (hasGroup) start.ArgumentList[0] = Expand(launch.Command[0], launch, folder);
            foreach (var argument in launch.Command.Skip(1)) start.ArgumentList.Add(Expand(argument, launch, folder));
            foreach (var (name, value) in launch.Environment) start.Environment[name] = Substitute(value);
            if (launch.SessionName is not null) start.Environment["JPY_SESSION_NAME"] = launch.SessionName;
            if (OperatingSystem.IsWindows())
            {
                // JPY_PARENT_PID holds an inherited handle there, so our own kernel gets the id under a name of its own.
                start.Environment["QIANSI_PARENT_PID"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
                interrupt = new();
                start.Environment["JPY_INTERRUPT_EVENT"] = start.Environment["IPY_INTERRUPT_EVENT"] = interrupt.Handle;
            }
            else
            {
                start.Environment["JPY_PARENT_PID"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
            }
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return new(process, folder, interrupt, hasGroup, launch.ReapWhenOrphaned, log);
        }
        catch
        {
            if (OperatingSystem.IsWindows()) interrupt?.Dispose();
            folder.Dispose();
            throw;
        }
    }

    /// <exception cref="KernelStartException">It died or did not answer in time.</exception>
    public async Task WaitReadyAsync(KernelLaunch launch, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(launch.ReadyTimeout);
        try
        {
            Info = await Client.WaitReadyAsync(limit.Token);
        }
        catch (KernelDiedException)
        {
            var exit = await Exited;
            throw new KernelStartException(Report($"{launch.DisplayName} did not start: {exit.Description}.", exit.StandardError));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new KernelStartException(
                Report($"{launch.DisplayName} did not answer within {launch.ReadyTimeout.TotalSeconds:0.#} s of its start.", _output.Text));
        }

        string Report(string what, string output) =>
            $"{what}\nCommand: "
            + $"{string.Join(' ', launch.Command)}{(output.Length > 0 ? $"\nIt wrote:\n{output.TrimEnd()}" : "\nIt wrote nothing.")}";
    }

    /// <summary>SIGINT, or on Windows the event that stands for it.</summary>
    public void Signal()
    {
        if (OperatingSystem.IsWindows()) _interrupt!.Set();
        else Posix.Kill(_hasGroup ? -ProcessId : ProcessId, Posix.SigInt);
    }

    public async Task<KernelExit> EndAsync(bool restart, TimeSpan grace)
    {
        _requested = true;
        if (!Exited.IsCompleted && grace > TimeSpan.Zero) await AskToEndAsync(restart, grace);
        if (!Exited.IsCompleted) KillTree();
        var exit = await Exited;
        if (_ended) return exit;
        _ended = true;
        // What the cells have started and left running, too.
        if (_hasGroup) Posix.Kill(-ProcessId, Posix.SigKill);
        _reaper?.Dispose();
        await Client.DisposeAsync();
        _folder.Dispose();
        if (OperatingSystem.IsWindows()) _interrupt?.Dispose();
        _process.Dispose();
        return exit;
    }

    private async Task AskToEndAsync(bool restart, TimeSpan grace)
    {
        using var limit = new CancellationTokenSource(grace);
        try
        {
            await Client.ShutdownAsync(restart, limit.Token);
            await Exited.WaitAsync(limit.Token);
        }
        catch (KernelDiedException)
        {
            // Ended before its reply was read.
        }
        catch (OperationCanceledException)
        {
            // The grace is over; the caller kills.
        }
    }

    private void KillTree()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has just ended by itself.
        }
    }

    private async Task<KernelExit> WatchAsync(Task drained)
    {
        await _process.WaitForExitAsync();
        await Task.WhenAny(drained, Task.Delay(DrainLimit));
        var exit = new KernelExit(_process.ExitCode, _requested, _output.Text);
        Client.Fail(new($"The kernel is gone: {exit.Description}.", exit));
        return exit;
    }

    private static string Expand(string argument, KernelLaunch launch, ConnectionFolder folder) => argument
        .Replace("{connection_file}", folder.File, StringComparison.Ordinal)
        .Replace("{resource_dir}", launch.ResourceFolder, StringComparison.Ordinal);

    private static string Substitute(string value) =>
        value.Contains('$')
            ? Regex.Replace(value, @"\$\{(\w+)\}", m => Environment.GetEnvironmentVariable(m.Groups[1].Value) ?? m.Value) : value;
}
