using Qiansi.Snl;
using Qiansi.Snl.Tm;
using Qiansi.Tool.Commands;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Snl;

/// <summary>A run of a program that Ctrl+C ends, also while it waits for input.</summary>
internal static class TerminalRun
{
    /// <summary>How long an interrupted program has to end by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="run">Runs it.</param>
    /// <param name="source">Its text, for what goes wrong.</param>
    /// <param name="error">Where that is told.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> ExecuteAsync(Func<CancellationToken, RunResult> run, SourceText source, TextWriter error)
    {
        using var interrupts = InterruptRequests.OfProcess();
        var running = Task.Run(() => run(interrupts.Interrupt), CancellationToken.None);
        try
        {
            await running.WaitAsync(interrupts.Interrupt);
        }
        catch (OperationCanceledException) when (interrupts.IsRequested)
        {
            // A program that waits for a line does not see the request, and the process ends all the same.
            await Task.WhenAny(running, Task.Delay(Patience));
            throw;
        }

        var result = await running;
        switch (result.Reason)
        {
            case StopReason.Cancelled:
                throw new OperationCanceledException();
            case StopReason.Faulted:
                await error.WriteAsync(result.Fault!.Render(source));
                return ExitCode.CellFailed;
            case StopReason.Budget:
                await error.WriteLineAsync($"nb: stopped after {result.Executed:N0} instructions, which --budget allows.");
                return ExitCode.TimedOut;
            default:
                return ExitCode.Ok;
        }
    }
}
