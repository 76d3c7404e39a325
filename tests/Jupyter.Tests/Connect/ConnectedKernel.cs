using System.Diagnostics;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Tests.Client;
using Qiansi.Jupyter.Tests.Kernel;

namespace Qiansi.Jupyter.Tests.Connect;

/// <summary>Our kernel in a process of its own, with <c>#!connect</c>, on a machine where a second
/// kernelspec of ours is installed.</summary>
public sealed class ConnectedKernel : IAsyncLifetime
{
    private static readonly Lazy<bool> HasIpykernel =
        new(() => File.Exists("/usr/bin/python3") && Run("/usr/bin/python3", "-c", "import ipykernel, numpy") == 0);
    private readonly string _folder = Directory.CreateTempSubdirectory("qiansi-connect-").FullName;

    internal KernelProcess Process { get; private set; } = null!;

    /// <summary>Skips the test, by name, where Python's kernel is missing.</summary>
    public static void RequirePython() =>
        Assert.SkipUnless(HasIpykernel.Value, "ipykernel or numpy is missing: apt-get install python3-ipykernel python3-numpy");

    public async ValueTask InitializeAsync()
    {
        var spec = Directory.CreateDirectory(Path.Combine(_folder, "kernels", "second-csharp")).FullName;
        var ours = KernelProcessTests.Ours.Command;
        // Like most kernels it does not look whether its parent lives.
        var blind = OperatingSystem.IsWindows() ? "" : "\"/usr/bin/env\", \"-u\", \"JPY_PARENT_PID\", ";
        File.WriteAllText(Path.Combine(spec, "kernel.json"), $$"""
            {"argv": [{{blind}}"{{ours[0]}}", "{{ours[1]}}", "{connection_file}"], "display_name": "Second C#", "language": "C#", "interrupt_mode": "message"}
            """);
        Process = await StartAsync();
    }

    internal Task<KernelProcess> StartAsync() => KernelProcess.StartAsync(KernelProcessTests.Ours with
    {
        // Debian's Python, which has Debian's packages, before another that may stand earlier on PATH.
        Environment =
            [.. KernelProcessTests.Ours.Environment, new("JUPYTER_PATH", $"{_folder}:/usr/share/jupyter"), new("PATH", "/usr/bin:${PATH}")],
    }, RunningKernel.Limit);

    /// <summary>Runs a cell; its outputs.</summary>
    internal async Task<RecordingSink> RunAsync(string code, RecordingSink? sink = null)
    {
        sink ??= new();
        await Process.Client.ExecuteAsync(code, sink, cancellation: RunningKernel.Limit);
        return sink;
    }

    /// <summary>Runs a cell that must end well; its result as text.</summary>
    internal async Task<string?> ResultOfAsync(string code)
    {
        var sink = new RecordingSink();
        var reply = await Process.Client.ExecuteAsync(code, sink, cancellation: RunningKernel.Limit);
        Assert.True(reply.Status == ReplyStatus.Ok, $"{code}\n{string.Join('\n', sink.Failure?.Traceback ?? [])}");
        return sink.Text;
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
