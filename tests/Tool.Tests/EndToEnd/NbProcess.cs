using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Qiansi.Tool.Tests.EndToEnd;

/// <summary>Runs the built <c>nb</c> as a process of its own, as a person would.</summary>
internal sealed class NbProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly StringBuilder _printed = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private NbProcess(Process process)
    {
        _process = process;
        _output = CollectAsync(process.StandardOutput);
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

    public static NbProcess Start(string folder, params string[] arguments) => Start(folder, [], arguments);

    /// <summary>Starts it with further environment variables.</summary>
    public static NbProcess Start(string folder, IReadOnlyList<KeyValuePair<string, string>> environment, string[] arguments)
    {
        var nb = StartWaiting(folder, environment, arguments);
        nb.EndInput();
        return nb;
    }

    /// <summary>Starts it with an input that stays open.</summary>
    public static NbProcess StartWaiting(string folder, params string[] arguments) => StartWaiting(folder, [], arguments);

    private static NbProcess StartWaiting(string folder, IReadOnlyList<KeyValuePair<string, string>> environment, string[] arguments)
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
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Types text.</summary>
    public void Type(string text)
    {
        _process.StandardInput.Write(text);
        _process.StandardInput.Flush();
    }

    /// <summary>Closes the input, as Ctrl+D does.</summary>
    public void EndInput() => _process.StandardInput.Close();

    /// <summary>Runs to the end.</summary>
    public static async Task<NbResult> RunAsync(string folder, params string[] arguments)
    {
        using var nb = Start(folder, arguments);
        return await nb.EndAsync();
    }

    /// <summary>Waits until a text was printed.</summary>
    public async Task PrintedAsync(string text)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            Task more;
            lock (_printed)
            {
                if (_printed.ToString().Contains(text, StringComparison.Ordinal)) return;
                more = _more.Task;
            }

            if (await Task.WhenAny(more, _output).WaitAsync(limit.Token) == _output)
                Assert.Contains(text, await _output);
        }
    }

    private async Task<string> CollectAsync(StreamReader output)
    {
        var buffer = new char[1024];
        while (await output.ReadAsync(buffer) is > 0 and var count)
        {
            lock (_printed)
            {
                _printed.Append(buffer, 0, count);
                _more.SetResult();
                _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        return _printed.ToString();
    }

    /// <summary>Sends SIGINT, as Ctrl+C does, unless the process has ended.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Kills the process, its kernel left to notice by itself.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
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
