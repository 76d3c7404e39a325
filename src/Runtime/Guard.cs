using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Qiansi.Runtime;

/// <summary>What the compiler of cells weaves into a cell's own code, so that it can be stopped and cannot overflow the stack.</summary>
/// <remarks>
/// <para><see cref="Enter"/> stands at the entry of functions. It costs one compare while nothing is wrong:
/// the window of healthy stack addresses is moved away while an interrupt is pending, so one test serves both purposes.</para>
/// <para>A loop takes its run's flag once (<see cref="Flag"/>), looks at it in every turn and calls <see cref="Stop"/>
/// when it is raised. That call never comes back, so the loop's variables stay in registers; one that may come back makes the compiler
/// write them to memory in every turn.</para>
/// <para>Loops that await or yield, whose turns may run for several cells, call <see cref="Loop"/>. So may long computations in libraries;
/// outside of a session it does nothing.</para>
/// </remarks>
public static unsafe class Guard
{
    /// <summary>Stack of a thread that runs cells, in bytes: deep enough for honest recursion; pages are only used when touched.</summary>
    internal const int StackSize = 16 * 1024 * 1024;

    /// <summary>The part of it that a cell's own functions may use. The rest is for library code that the deepest of them calls.</summary>
    private const int Window = 15 * 1024 * 1024;

    // No address of a stack is within a window's length above this one.
    private const nuint Nowhere = 0;

    private static nuint s_windowStart;
    private static nuint s_healthyStart;
    private static bool s_raised;
    private static int s_pending;
    private static FastLane s_lane = new(Nowhere, 0, StopFlag.Never);
    private static readonly Lock Gate = new();

    [ThreadStatic]
    private static nuint t_lowest;

    /// <summary>Function entry: throws when the stack is nearly used up, or when the cell was interrupted.</summary>
    /// <exception cref="InsufficientExecutionStackException">Recursion went too deep.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Enter()
    {
        byte here;
        if ((nuint)(&here) - s_windowStart >= Window) EnterSlowly();
    }

    /// <summary><see cref="Enter"/> where only an expression fits; always true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Entered()
    {
        Enter();
        return true;
    }

    /// <summary>The flag of the run that the calling code belongs to.</summary>
    [SkipLocalsInit]
    public static StopFlag Flag()
    {
        byte here;
        var lane = s_lane;
        return (nuint)(&here) - lane.Start < Window ? lane.Flag : CurrentCell.Flag;
    }

    /// <summary>Ends interrupted code.</summary>
    /// <exception cref="OperationCanceledException">Always.</exception>
    public static void Stop() => throw new OperationCanceledException("The cell was interrupted.");

    /// <summary>Loop back-edge: throws when the cell was interrupted.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Loop()
    {
        if (Volatile.Read(ref s_raised)) ThrowIfStopped();
    }

    /// <summary>Passes a value through, as <see cref="Loop"/> does nothing to it: for places where only an expression fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T>(T value)
    {
        Loop();
        return value;
    }

    /// <summary>The calling thread, made with a stack of <see cref="StackSize"/>, is about to run cells.
    /// The latest thread to call gets the fast path.</summary>
    internal static void AdoptThread()
    {
        byte here;
        t_lowest = (nuint)(&here) - Window;
        lock (Gate)
        {
            s_healthyStart = t_lowest;
            if (s_pending == 0) s_windowStart = s_healthyStart;
            s_lane = new(s_healthyStart, Environment.CurrentManagedThreadId, StopFlag.Never);
        }
    }

    /// <summary>A run starts on the calling thread.</summary>
    internal static void Begin(StopFlag flag)
    {
        lock (Gate)
        {
            if (s_lane.Thread == Environment.CurrentManagedThreadId) s_lane = s_lane with { Flag = flag };
        }
    }

    /// <summary>The run on the calling thread has ended.</summary>
    internal static void End() => Begin(StopFlag.Never);

    /// <summary>A flag was raised: from now on guarded code looks closely.</summary>
    internal static void Raise()
    {
        lock (Gate)
        {
            s_pending++;
            s_windowStart = Nowhere;
            Volatile.Write(ref s_raised, true);
        }
    }

    /// <summary>Takes one <see cref="Raise"/> back.</summary>
    internal static void Lower()
    {
        lock (Gate)
        {
            if (--s_pending > 0) return;
            s_windowStart = s_healthyStart;
            Volatile.Write(ref s_raised, false);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void EnterSlowly()
    {
        if (s_raised) ThrowIfStopped();
        byte here;
        var deep = t_lowest != 0 ? (nuint)(&here) < t_lowest : !RuntimeHelpers.TryEnsureSufficientExecutionStack();
        if (deep)
        {
            throw new InsufficientExecutionStackException(
                "The cell's functions call each other too deeply: the stack is used up. "
                + "Look for a recursion that never reaches its end, or write it as a loop.");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowIfStopped()
    {
        if (CurrentCell.Flag.IsRaised) Stop();
    }

    /// <summary>What is known of the thread that runs cells, exchanged whole, so that start and flag always belong together.</summary>
    private sealed record FastLane(nuint Start, int Thread, StopFlag Flag);
}
