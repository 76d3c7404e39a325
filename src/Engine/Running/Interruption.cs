using Qiansi.Runtime;

namespace Qiansi.Engine.Running;

/// <summary>Stops the running cell: raises the guard's flag, ends awaits, and wakes sleeps and waits of the cell thread.</summary>
/// <remarks>
/// A sleep inside <c>try … catch (Exception)</c> swallows the first wake-up, so waking is repeated until the cell has ended.
/// What cannot be stopped is long library code without callbacks; <see cref="Interrupt"/> then answers false.
/// </remarks>
internal sealed class Interruption(Thread cellThread)
{
    private const int WakeEveryMilliseconds = 20;
    private const int LingerMilliseconds = 1000;
    private const int PatienceMilliseconds = 1500;

    private readonly Lock _gate = new();
    private CellRun? _running;
    private bool _woken;

    /// <summary>A cell starts on the cell thread.</summary>
    public void Begin(CellRun run)
    {
        lock (_gate) _running = run;
    }

    /// <summary>The cell has ended, on the cell thread; a wake-up that came too late is taken back.</summary>
    public void End()
    {
        lock (_gate)
        {
            _running = null;
            if (!_woken) return;
            _woken = false;
        }

        try
        {
            Thread.Sleep(1);
        }
        catch (ThreadInterruptedException)
        {
            // This was the late wake-up.
        }
    }

    /// <summary>Interrupts the running cell; true when none runs.</summary>
    /// <returns>False when the running cell was interrupted before and still runs: only a restart will help.</returns>
    public bool Interrupt()
    {
        CellRun run;
        lock (_gate)
        {
            if (_running is null) return true;
            run = _running;
            if (run.InterruptedAt is not null) return false;
            run.Stop();
        }

        Guard.Raise();
        _ = WakeUntilEndedAsync(run);
        return true;
    }

    private async Task WakeUntilEndedAsync(CellRun run)
    {
        var told = false;
        while (Wake(run))
        {
            await Task.Delay(WakeEveryMilliseconds).ConfigureAwait(false);
            if (told || !run.InUserCode || Environment.TickCount64 - run.InterruptedAt < PatienceMilliseconds) continue;
            told = true;
            run.TellOfWaiting();
        }

        // Threads the cell left behind see the flag a little longer.
        await Task.Delay(LingerMilliseconds).ConfigureAwait(false);
        Guard.Lower();
    }

    private bool Wake(CellRun run)
    {
        lock (_gate)
        {
            if (_running != run) return false;
            if (!run.InUserCode || (cellThread.ThreadState & ThreadState.WaitSleepJoin) == 0) return true;
            _woken = true;
            cellThread.Interrupt();
            return true;
        }
    }
}
