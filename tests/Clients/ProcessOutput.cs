using System.Diagnostics;
using System.Text;

namespace Qiansi.Clients;

/// <summary>What a finished program left.</summary>
public sealed record ProcessOutput(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a program with nothing on its standard input.</summary>
    /// <exception cref="TimeoutException">It did not end in time and was killed; the text has what it wrote.</exception>
    public static async Task<ProcessOutput> RunAsync(ProcessStartInfo start, TimeSpan limit)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not end within "
                + $"{limit.TotalSeconds:0} s.\n{await output}\n{await error}");
        }
        return new(process.ExitCode, await output, await error);
    }
}
