using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Qiansi.Tool.Tests.EndToEnd;

/// <summary>Runs the built <c>nb</c> as a process of its own, as a person would.</summary>
internal sealed class NbProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private NbProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The program in the Tool project's own output folder, built with the tests.</summary>
    public static string Program
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            var configuration = output.Parent!;
            var root = configuration.Parent!.Parent!.Parent!.Parent!.FullName;
            return Path.Combine(root, "src", "Tool", "bin", configuration.Name, output.Name, OperatingSystem.IsWindows() ? "nb.exe" : "nb");
        }
    }

    public static NbProcess Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new(process);
    }

    /// <summary>Runs to the end.</summary>
    public static async Task<NbResult> RunAsync(string folder, params string[] arguments)
    {
        using var nb = Start(folder, arguments);
        return await nb.EndAsync();
    }

    /// <summary>Sends SIGINT, as Ctrl+C does, unless the process has ended.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async Task<NbResult> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        return new(_process.ExitCode, (await _output).ReplaceLineEndings("\n"), (await _error).ReplaceLineEndings("\n"));
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}

/// <summary>What a finished <c>nb</c> left.</summary>
internal sealed record NbResult(int ExitCode, string Output, string Error);
