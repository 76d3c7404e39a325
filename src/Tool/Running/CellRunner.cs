using System.Diagnostics;
using System.Globalization;
using Qiansi.Contracts;
using Qiansi.Documents;
using Qiansi.Documents.Collecting;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.Messages;
using Qiansi.Tool.Progress;

namespace Qiansi.Tool.Running;

/// <summary>Runs cells on one kernel.</summary>
internal sealed class CellRunner(
    KernelProcess kernel, NotebookOutputs outputs, RunOptions options, RunProgress progress, InterruptRequests interrupts,
    Checkpoints checkpoints)
{
    private readonly LateOutputs _late = new();

    /// <summary>Runs a cell and fills its outputs, count and times.</summary>
    /// <param name="number">1-based place among the code cells.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="code">Its text as the kernel is to get it.</param>
    /// <param name="mayFail">Whether an error of its own is no failure of the run.</param>
    public async Task<CellReport> RunAsync(int number, Cell cell, string code, bool mayFail)
    {
        var clock = Stopwatch.StartNew();
        var sink = new CellSink(outputs.Collect(cell), progress);
        var times = new ExecutionTimes();
        var execution = kernel.Client.ExecuteAsync(code, sink, new ExecuteOptions
        {
            Observer = message =>
            {
                times.Note(message);
                _late.Note(message, sink);
            },
        });
        CellOutcome outcome;
        try
        {
            var ended = await WaitAsync(execution);
            var reply = await execution;
            outcome = Outcome(ended, reply, mayFail);
            if (reply is { Status: not ReplyStatus.Ok } && sink.LastError is null) sink.Error(Failure(reply));
            if (outcome == CellOutcome.TimedOut) sink.Error(TimedOut(killed: false));
        }
        catch (KernelDiedException e) when (e.Exit is { Requested: true })
        {
            outcome = interrupts.IsRequested ? CellOutcome.Interrupted : CellOutcome.TimedOut;
            sink.Error(outcome == CellOutcome.TimedOut
                ? TimedOut(killed: true) : new("Interrupted", "The run was stopped while the cell ran; its kernel was ended.", []));
        }
        catch (KernelDiedException e)
        {
            outcome = CellOutcome.KernelDied;
            sink.Error(KernelDeath.Describe(e));
        }

        checkpoints.Change(() =>
        {
            times.WriteTo(cell);
            outputs.Apply();
        });
        return new(number, cell, outcome, clock.Elapsed, outcome == CellOutcome.Ok ? null : sink.LastError);
    }

    /// <summary>Takes what belongs to cells that have ended.</summary>
    public void TakeLate(Message message) => _late.Take(message);

    /// <summary>Waits for the end of a cell; past its time, or when the person wants it, interrupts it,
    /// and kills the kernel when that does not help.</summary>
    /// <returns>Why it was interrupted, or <see cref="CellOutcome.Ok"/>.</returns>
    private async Task<CellOutcome> WaitAsync(Task<ExecuteReply> execution)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(interrupts.Interrupt);
        if (options.CellTimeout is { } timeout) limit.CancelAfter(timeout);
        if (await EndsAsync(execution, limit.Token)) return CellOutcome.Ok;
        var reason = interrupts.IsRequested ? CellOutcome.Interrupted : CellOutcome.TimedOut;
        progress.CellInterrupted();
        using var grace = CancellationTokenSource.CreateLinkedTokenSource(interrupts.Stop);
        grace.CancelAfter(options.InterruptGrace);
        try
        {
            await kernel.InterruptAsync(grace.Token);
        }
        catch (OperationCanceledException)
        {
            // A kernel that does not even answer on control is killed below.
        }

        if (!await EndsAsync(execution, grace.Token)) await kernel.KillAsync();
        return reason;
    }

    private static async Task<bool> EndsAsync(Task execution, CancellationToken cancellation)
    {
        await Task.WhenAny(execution, Task.Delay(Timeout.Infinite, cancellation));
        return execution.IsCompleted;
    }

    private CellOutcome Outcome(CellOutcome ended, ExecuteReply reply, bool mayFail)
    {
        if (ended == CellOutcome.TimedOut) return ended;
        if (reply.Status == ReplyStatus.Ok) return CellOutcome.Ok;
        return ended == CellOutcome.Interrupted ? ended : mayFail ? CellOutcome.FailedAsTagged : CellOutcome.Failed;
    }

    private static CellError Failure(ExecuteReply reply) => reply.Error is { } error
        ? new(error.Name, error.Value, error.Traceback)
        : new("Aborted", "The kernel did not run the cell.", []);

    private CellError TimedOut(bool killed)
    {
        var limit = options.CellTimeout!.Value.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        var message = $"The cell ran longer than --timeout allows ({limit} s) and was "
            + $"interrupted{(killed ? "; it did not react, so its kernel was ended" : "")}.";
        return new("Timeout", message, [message]);
    }
}
