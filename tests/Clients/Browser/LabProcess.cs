using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Qiansi.Clients.Browser;

/// <summary>A running <c>nb lab</c>, as a person would start it, with the user's folders set apart.</summary>
internal sealed partial class LabProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _home;

    private LabProcess(Process process, string home) => (_process, _home) = (process, home);

    /// <summary>The program in the Tool project's own output folder, built with the tests.</summary>
    public static string Program
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(InstalledKernel.Root, "src", "Tool", "bin", output.Parent!.Name, output.Name,
                OperatingSystem.IsWindows() ? "nb.exe" : "nb");
        }
    }

    /// <summary>The address with the token, as printed.</summary>
    public Uri Address { get; private set; } = null!;

    public static async Task<LabProcess> StartAsync(string folder)
    {
        var home = Directory.CreateTempSubdirectory("ql-").FullName;
        var start = new ProcessStartInfo(Program, ["lab", folder, "--port", "0", "--no-browser"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true
        };
        start.Environment["HOME"] = start.Environment["XDG_DATA_HOME"] = start.Environment["JUPYTER_RUNTIME_DIR"] = home;
        start.Environment["QIANSI_HISTORY_DIR"] = Path.Combine(home, "history");
        var lab = new LabProcess(Process.Start(start)!, home);
        lab._process.ErrorDataReceived += (_, e) => TestContext.Current.TestOutputHelper?.WriteLine(e.Data ?? "");
        lab._process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await lab._process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (PrintedAddress().Match(line) is not { Success: true } match) continue;
            lab.Address = new(match.Value);
            return lab;
        }

        throw new InvalidOperationException($"nb lab ended with exit code {lab._process.ExitCode} before it printed its address.");
    }

    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);
            _process.Dispose();
            Directory.Delete(_home, recursive: true);
        }
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex PrintedAddress();
}
