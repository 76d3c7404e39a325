using Qiansi.Engine.CSharp;
using Qiansi.Engine.CSharp.Errors;
using Qiansi.Engine.Display;
using Qiansi.Runtime;

namespace Qiansi.Engine.Running;

/// <summary>One execution of one cell.</summary>
internal sealed class CellRun(Session session, IOutputSink output, string name, string? id) : ICSharpCell
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private CancellationTokenSource? _ended;
    private bool _hasEnded;

    public IOutputSink Output { get; } = output;

    public CancellationToken Cancellation => _stop.Token;

    public CancellationToken Ended
    {
        get
        {
            lock (_gate)
            {
                if (_hasEnded) return new(canceled: true);
                return (_ended ??= new()).Token;
            }
        }
    }

    public CancellationToken Closed => session.Closings.Of(id);

    public ISession Session => session;

    /// <summary>What guarded loops look at.</summary>
    public StopFlag Flag { get; } = new();

    /// <summary>What traces call the cell.</summary>
    public string Name { get; } = name;

    public bool Unguarded { get; set; }

    /// <summary>Whether the cell thread is in the cell's own code, where a sleep or wait may be woken;
    /// compilers and renderers are not to be.</summary>
    public bool InUserCode { get; private set; }

    /// <summary>When the first interrupt came, in <see cref="Environment.TickCount64"/> milliseconds.</summary>
    public long? InterruptedAt { get; private set; }

    /// <summary>Whether an exception that nobody caught ended work the cell had started.</summary>
    public bool HasFailed { get; private set; }

    public RuntimeErrors Errors { get; set; } = new();

    public MimeBundle Render(object? value, params IReadOnlyList<string> mediaTypes) =>
        ValueRenderer.Render(value, mediaTypes, Cancellation);

    public void EnterUserCode() => InUserCode = true;

    public void LeaveUserCode() => InUserCode = false;

    /// <summary>The cell has run to its end.</summary>
    public void End()
    {
        lock (_gate) _hasEnded = true;
        _ended?.Cancel();
    }

    public void Fail(Exception exception)
    {
        if (Cancellation.IsCancellationRequested && Interrupted.IsCause(exception)) return;
        HasFailed = true; // before it is told: a cell that waits to be told may end at once
        try
        {
            Output.Error(Errors.DescribeUncaught(exception, Name));
        }
        catch (Exception)
        {
            // The front end is gone, which its own connection reports; the process must not end here all the same.
        }
    }

    /// <summary>Says why an interrupt has not ended the cell yet.</summary>
    public void TellOfWaiting()
    {
        Output.Write(
            StandardStream.Error,
            $"\n{Name} has not stopped yet: it waits for native or library code (a connection, another program, one long computation), "
            + "which nothing can stop from outside. It stops when that returns. Restarting the kernel ends it at once; "
            + "variables are lost then.\n");
        if (Output is CellOutput output) output.Flush();
    }

    /// <summary>Marks the run as interrupted; guarded code, waits and awaits of this run end from now on.</summary>
    public void Stop()
    {
        InterruptedAt ??= Environment.TickCount64;
        Flag.Raise();

        // Callbacks registered on the token are the cell's own code: they must not run on the front end's thread.
        _ = _stop.CancelAsync();
    }
}
