using System.Management.Automation;
using Qiansi.Contracts;

namespace Qiansi.PowerShellCells;

/// <summary>Stops a pipeline once its cell is interrupted; wakes a .NET method that sleeps in it, and says when that does not
/// help.</summary>
internal sealed class Stopper : IDisposable
{
    private static readonly TimeSpan Courtesy = TimeSpan.FromMilliseconds(500), Patience = TimeSpan.FromMilliseconds(1500);

    private readonly CancellationTokenRegistration _registration;
    private readonly Timer _wake, _tell;

    public Stopper(ICellContext context, string cell, PowerShell pipeline)
    {
        var thread = Thread.CurrentThread;
        // PowerShell's own stop ends scripts, commands and programs, and not what a script has called in .NET.
        _wake = new(_ =>
        {
            if ((thread.ThreadState & ThreadState.WaitSleepJoin) != 0) thread.Interrupt();
        });
        _tell = new(_ => context.Output.Write(StandardStream.Error,
            $"\n{cell} has not stopped yet: it is inside a method of .NET, which PowerShell cannot stop. It stops when that ends. "
            + "Restarting the kernel ends it at once; variables are lost then.\n"));
        _registration = context.Cancellation.Register(() =>
        {
            pipeline.BeginStop(null, null);
            _wake.Change(Courtesy, Timeout.InfiniteTimeSpan);
            _tell.Change(Patience, Timeout.InfiniteTimeSpan);
        });
    }

    public void Dispose()
    {
        _registration.Dispose();
        _wake.Dispose();
        _tell.Dispose();
    }
}
