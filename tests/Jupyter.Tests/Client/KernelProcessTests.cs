using System.Diagnostics;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.KernelSpecs;
using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Tests.Kernel;

namespace Qiansi.Jupyter.Tests.Client;

public sealed class KernelProcessTests
{
    internal static KernelLaunch Ours { get; } =
        new([Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            Path.Combine(AppContext.BaseDirectory, "Qiansi.KernelProgram.dll"), "{connection_file}"])
        {
            DisplayName = "Qiansi",
            InterruptByMessage = true,
            UseIpc = true,
            Environment = [new("QIANSI_HISTORY_DIR", Path.Combine(Path.GetTempPath(), "qiansi-test-history"))],
        };

    [Fact]
    public async Task A_kernel_starts_runs_restarts_and_leaves_nothing_behind()
    {
        await using var kernel = await KernelProcess.StartAsync(Ours, RunningKernel.Limit);
        var (first, file) = (kernel.ProcessId, kernel.ConnectionFile);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        await kernel.Client.ExecuteAsync("var before = 1;", new RecordingSink(), cancellation: RunningKernel.Limit);
        await kernel.RestartAsync(RunningKernel.Limit);
        Assert.NotEqual(first, kernel.ProcessId);
        Assert.False(Directory.Exists(Path.GetDirectoryName(file)));
        var reply = await kernel.Client.ExecuteAsync("before", new RecordingSink(), cancellation: RunningKernel.Limit);
        Assert.Equal(ReplyStatus.Error, reply.Status);
        var exit = await kernel.ShutdownAsync();
        Assert.Equal((0, true), (exit.ExitCode, exit.Requested));
        Assert.False(Directory.Exists(Path.GetDirectoryName(kernel.ConnectionFile)));
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(kernel.ProcessId));
    }

    [Fact]
    public async Task Over_tcp_too()
    {
        await using var kernel = await KernelProcess.StartAsync(Ours with { UseIpc = false }, RunningKernel.Limit);
        var sink = new RecordingSink();
        await kernel.Client.ExecuteAsync("6 * 7", sink, cancellation: RunningKernel.Limit);
        Assert.Equal("42", sink.Text);
    }

    [Fact]
    public async Task What_nobody_catches_on_a_thread_and_endless_matches_do_not_end_or_block_it()
    {
        await using var kernel = await KernelProcess.StartAsync(Ours, RunningKernel.Limit);
        var sink = new RecordingSink();
        var reply = await kernel.Client.ExecuteAsync(
            "var t = new Thread(() => throw new Exception(\"lost\")); t.Start(); t.Join();", sink, cancellation: RunningKernel.Limit);
        Assert.Equal((ReplyStatus.Error, "lost"), (reply.Status, reply.Error?.Value));
        await kernel.Client.ExecuteAsync(
            "new System.Text.RegularExpressions.Regex(\"a\").MatchTimeout", sink, cancellation: RunningKernel.Limit);
        Assert.Equal("00:01:00", sink.Text);
    }

    [Theory]
    [InlineData("var door = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0); door.Start(); door.AcceptTcpClient()")]
    [InlineData("System.Numerics.BigInteger.Pow(7, 100_000_000).IsEven")]
    public async Task What_no_interrupt_reaches_is_told_within_two_seconds_and_ends_with_a_restart(string code)
    {
        await using var kernel = await KernelProcess.StartAsync(Ours, RunningKernel.Limit);
        var sink = new RecordingSink();
        var running = kernel.Client.ExecuteAsync(Cells.Print("up") + code, sink, cancellation: RunningKernel.Limit);
        await sink.When(s => s.Output.Contains("up"));
        await Task.Delay(300, TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        await kernel.InterruptAsync(RunningKernel.Limit);
        await sink.When(s => s.Errors.Contains("Restarting the kernel ends it at once"));
        Assert.True(watch.Elapsed.TotalSeconds < 3, $"{watch.Elapsed.TotalSeconds} s");
        await kernel.RestartAsync(RunningKernel.Limit);
        await Assert.ThrowsAnyAsync<Exception>(() => running);
        await kernel.Client.ExecuteAsync("1 + 1", sink, cancellation: RunningKernel.Limit);
        Assert.Equal("2", sink.Text);
    }

    [Fact]
    public async Task A_signal_interrupts_as_well()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no SIGINT to send.");
        await using var kernel = await KernelProcess.StartAsync(Ours with { InterruptByMessage = false }, RunningKernel.Limit);
        var sink = new RecordingSink();
        var running = kernel.Client.ExecuteAsync(
            "var kept = 3;\n" + Cells.Print("up") + "while (true);", sink, cancellation: RunningKernel.Limit);
        await sink.When(s => s.Output == "up");
        await kernel.InterruptAsync(RunningKernel.Limit);
        Assert.Equal(ReplyStatus.Error, (await running).Status);
        await kernel.Client.ExecuteAsync("kept", sink, cancellation: RunningKernel.Limit);
        Assert.Equal("3", sink.Text);
    }

    [Fact]
    public async Task A_cell_that_takes_every_pool_thread_is_interrupted_all_the_same()
    {
        await using var kernel = await KernelProcess.StartAsync(Ours, RunningKernel.Limit);
        var sink = new RecordingSink();
        var running = kernel.Client.ExecuteAsync("""
            for (var i = 0; i < 200; i++) System.Threading.ThreadPool.UnsafeQueueUserWorkItem(static _ => System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite), null);
            """ + Cells.Print("up") + "while (true);", sink, cancellation: RunningKernel.Limit);
        await sink.When(s => s.Output == "up");
        await kernel.Client.InterruptAsync(RunningKernel.Limit);
        Assert.Equal(ReplyStatus.Error, (await running).Status);
        Assert.Equal(0, (await kernel.ShutdownAsync()).ExitCode);
    }

    [Theory]
    [InlineData("System.Environment.FailFast(\"enough\");", "FailFast")]
    [InlineData("System.Environment.Exit(7);", "exit code 7")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill(); System.Threading.Thread.Sleep(10_000);", "SIGKILL")]
    public async Task How_a_kernel_died_is_told(string code, string how)
    {
        if (OperatingSystem.IsWindows() && how == "SIGKILL") Assert.Skip("Windows has no signals.");
        await using var kernel = await KernelProcess.StartAsync(Ours, RunningKernel.Limit);
        var sink = new RecordingSink();
        var died = await Assert.ThrowsAsync<KernelDiedException>(() =>
            kernel.Client.ExecuteAsync(Cells.Print("ran") + code, sink, cancellation: RunningKernel.Limit));
        Assert.Contains(how, died.Message);
        Assert.False((await kernel.Exited).Requested);
        await Assert.ThrowsAsync<KernelDiedException>(() => kernel.Client.KernelInfoAsync(RunningKernel.Limit));
    }

    [Fact]
    public async Task Children_of_a_cell_end_with_the_kernel()
    {
        if (!File.Exists("/usr/bin/setsid")) Assert.Skip("Needs util-linux's setsid.");
        await using var kernel = await KernelProcess.StartAsync(Ours, RunningKernel.Limit);
        var sink = new RecordingSink();
        await kernel.Client.ExecuteAsync(
            "System.Diagnostics.Process.Start(\"sleep\", \"600\").Id", sink, cancellation: RunningKernel.Limit);
        var child = int.Parse(sink.Text!);
        Assert.True(Directory.Exists($"/proc/{child}"));
        await kernel.ShutdownAsync();
        // Killed with the group; whoever adopted it may take a moment to reap it.
        await Eventually.HoldsAsync(() => !Directory.Exists($"/proc/{child}") || File.ReadAllText($"/proc/{child}/stat").Contains(") Z"));
    }

    [Fact]
    public async Task A_program_that_is_no_kernel_is_told_with_what_it_wrote()
    {
        var missing = await Assert.ThrowsAsync<KernelStartException>(() =>
            KernelProcess.StartAsync(new(["no-such-program-anywhere"]), RunningKernel.Limit));
        Assert.Contains("no-such-program-anywhere", missing.Message);
        if (OperatingSystem.IsWindows()) return;
        var dies = await Assert.ThrowsAsync<KernelStartException>(() =>
            KernelProcess.StartAsync(new(["/bin/sh", "-c", "echo reason >&2; exit 3"]), RunningKernel.Limit));
        Assert.Contains("exit code 3", dies.Message);
        Assert.Contains("reason", dies.Message);
        var hangs = await Assert.ThrowsAsync<KernelStartException>(() =>
            KernelProcess.StartAsync(new(["/bin/sleep", "100"]) { ReadyTimeout = TimeSpan.FromMilliseconds(300) }, RunningKernel.Limit));
        Assert.Contains("did not answer within 0.3 s", hangs.Message);
    }

    [Fact]
    public async Task A_kernel_ends_when_its_parent_does()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Uses a shell as the parent that dies.");
        using var folder = ConnectionFolder.Create(useIpc: true, null);
        using var parent = Process.Start("/bin/sleep", "600");
        var start = new ProcessStartInfo(Ours.Command[0], [Ours.Command[1], folder.File]) { RedirectStandardError = true };
        start.Environment["JPY_PARENT_PID"] = parent.Id.ToString();
        using var orphan = Process.Start(start)!;
        await using var client = new KernelClient(folder.Connection);
        await client.WaitReadyAsync(RunningKernel.Limit);
        parent.Kill();
        await orphan.WaitForExitAsync(RunningKernel.Limit);
        Assert.Contains("has ended", await orphan.StandardError.ReadToEndAsync(RunningKernel.Limit));
        Assert.False(File.Exists(folder.File));
    }

    [Theory]
    [InlineData("{", "not JSON")]
    [InlineData("{\"transport\":\"tcp\"}", "'shell_port' is missing")]
    [InlineData("{\"transport\":\"pigeon\",\"shell_port\":1,\"iopub_port\":2,\"stdin_port\":3,\"control_port\":4,\"hb_port\":5}", "pigeon")]
    [InlineData("{\"shell_port\":1,\"iopub_port\":99999,\"stdin_port\":3,\"control_port\":4,\"hb_port\":5}", "'iopub_port' is 99999")]
    public void A_wrong_connection_file_is_named_with_its_fault(string text, string fault)
    {
        var path = Path.Combine(Path.GetTempPath(), $"connection-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, text);
        try
        {
            var error = Assert.Throws<ConnectionFileException>(() => ConnectionInfo.Read(path));
            Assert.Contains(path, error.Message);
            Assert.Contains(fault, error.Message);
        }
        finally
        {
            File.Delete(path);
        }
        Assert.Contains(path, Assert.Throws<ConnectionFileException>(() => ConnectionInfo.Read(path)).Message);
    }

    [Fact]
    public void A_kernelspec_that_is_missing_is_told_with_those_there_are()
    {
        var error = Assert.Throws<KernelSpecException>(() => KernelSpecFinder.Find("no-such-kernel"));
        Assert.Contains("no-such-kernel", error.Message);
        Assert.Contains("Installed:", error.Message);
    }
}
