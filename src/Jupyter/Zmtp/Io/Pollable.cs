using System.Net.Sockets;

namespace Qiansi.Jupyter.Zmtp.Io;

/// <summary>Something the I/O thread watches. Everything but <see cref="IoThread.Signal"/> happens on that thread.</summary>
internal abstract class Pollable
{
    /// <summary>Never a deadline.</summary>
    internal const long Never = long.MaxValue;

    /// <summary>The deadline this long from now; a negative time is never.</summary>
    internal static long After(TimeSpan time) =>
        time < TimeSpan.Zero ? Never : Environment.TickCount64 + (long)Math.Min(time.TotalMilliseconds, int.MaxValue);

    /// <summary>What is watched; null while there is nothing to watch but the deadline.</summary>
    internal Socket? Socket { get; set; }

    internal bool WantsRead { get; set; }

    internal bool WantsWrite { get; set; }

    /// <summary>When <see cref="OnDeadline"/> is due, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    internal long Deadline { get; set; } = Never;

    /// <summary>Whether it waits in the I/O thread's list of signals; guarded by that list's lock.</summary>
    internal bool IsSignalled { get; set; }

    /// <summary>Another thread called <see cref="IoThread.Signal"/>: there is something to start, send, resume or close.</summary>
    internal abstract void OnSignal();

    internal virtual void OnReadable()
    {
    }

    internal virtual void OnWritable()
    {
    }

    internal virtual void OnDeadline(long now)
    {
    }

    /// <summary>A handler threw: give everything back.</summary>
    internal abstract void OnFailure(Exception exception);
}
