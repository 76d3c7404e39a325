using Qiansi.Contracts;

namespace Qiansi.FSharpCells;

/// <summary>Ends sleeps and waits of the thread it is made on once its cell is interrupted, and says so when that does not help.</summary>
/// <remarks>Nothing ends a loop of F# safely: <c>ControlledExecution</c> does, and has been seen to end the process with it.</remarks>
internal sealed class Waker : IDisposable
{
    private const int EveryMilliseconds = 20;
    private const int PatienceMilliseconds = 1500;

    private readonly Thread _thread = Thread.CurrentThread;
    private readonly Timer _timer;
    private readonly CancellationTokenRegistration _registration;
    private int _ticks;

    public Waker(ICellContext context, string cell)
    {
        _timer = new(_ => Wake(context, cell));
        _registration = context.Cancellation.Register(() => _timer.Change(0, EveryMilliseconds));
    }

    public void Dispose()
    {
        _registration.Dispose();
        _timer.Dispose();
    }

    // Again and again: what catches every exception swallows the first.
    private void Wake(ICellContext context, string cell)
    {
        if ((_thread.ThreadState & ThreadState.WaitSleepJoin) != 0) _thread.Interrupt();
        if (Interlocked.Increment(ref _ticks) != PatienceMilliseconds / EveryMilliseconds) return;
        context.Output.Write(StandardStream.Error, $"\n{cell} has not stopped yet: nothing can stop a loop of F# from outside. "
            + "It stops when that ends. Restarting the kernel ends it at once; variables are lost then.\n");
    }
}
