using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace Qiansi.Tool.Tests.EndToEnd;

/// <summary><c>nb lab</c> as a process of its own.</summary>
internal sealed class LabProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _runtime;

    private LabProcess(Process process, string runtime, Uri address, string printed)
    {
        (_process, _runtime, Printed) = (process, runtime, printed);
        Token = address.Query.Replace("?token=", "", StringComparison.Ordinal);
        Http = new() { BaseAddress = new(address.GetLeftPart(UriPartial.Authority)) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("token", Token);
    }

    public HttpClient Http { get; }

    public string Token { get; }

    public int Id => _process.Id;

    /// <summary>What it printed up to and with the address.</summary>
    public string Printed { get; }

    /// <summary>Starts it and waits for the address.</summary>
    public static async Task<LabProcess> StartAsync(string folder, params string[] arguments)
    {
        var runtime = Directory.CreateTempSubdirectory("qiansi-lab-runtime-").FullName;
        var start = new ProcessStartInfo(NbProcess.Program, ["lab", folder, "--no-browser", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.Environment["JUPYTER_RUNTIME_DIR"] = runtime;
        start.Environment["XDG_DATA_HOME"] = runtime;
        var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var printed = "";
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            printed += line + "\n";
            if (line.Trim().StartsWith("http://", StringComparison.Ordinal)) return new(process, runtime, new(line.Trim()), printed);
        }
        throw new InvalidOperationException($"nb lab ended: {printed}{await process.StandardError.ReadToEndAsync(limit.Token)}");
    }

    /// <summary>Sends a signal: <c>INT</c>, <c>KILL</c>.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end.</summary>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Ids of the processes it has started that are still there, by their environment's word for their parent.</summary>
    public List<int> Kernels() =>
        [.. Directory.EnumerateDirectories("/proc").Select(d =>
            int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0 && Mentions(id))];

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        Http.Dispose();
        Directory.Delete(_runtime, recursive: true);
    }

    private bool Mentions(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/environ").Split('\0').Contains($"JPY_PARENT_PID={Id}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
