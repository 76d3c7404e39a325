using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Qiansi.Contracts;

/// <summary>What the compiler of cells weaves into a cell's own code, so that it can be stopped and cannot overflow the stack.</summary>
/// <remarks>
/// <see cref="Enter"/> stands at the entry of functions, <see cref="Loop"/> at the back-edge of loops. Both cost one compare while nothing is wrong:
/// the window of healthy stack addresses is emptied while an interrupt is pending, so one test serves both purposes.
/// Long computations in libraries may call <see cref="Loop"/> too; outside of a session it does nothing.
/// </remarks>
public static unsafe class Guard
{
    /// <summary>Stack kept free below the deepest cell frame, in bytes: what library code called by a cell may need.</summary>
    private const int Reserve = 512 * 1024;

    private static nuint s_windowStart;
    private static nuint s_windowLength;
    private static nuint s_healthyLength;
    private static bool s_raised;
    private static int s_pending;
    private static readonly Lock Gate = new();

    [ThreadStatic]
    private static nuint t_lowest;

    /// <summary>Answers whether the calling code belongs to an interrupted cell.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Func<bool> IsStopped { get; set; } = () => false;

    /// <summary>Function entry: throws when the stack is nearly used up, or when the cell was interrupted.</summary>
    /// <exception cref="InsufficientExecutionStackException">Recursion went too deep.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Enter()
    {
        byte here;
        if ((nuint)(&here) - s_windowStart >= s_windowLength) EnterSlowly((nuint)(&here));
    }

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

    /// <summary>Tells the guard where the calling thread's stack ends. The latest thread to call gets the fast path.</summary>
    /// <param name="stackSize">Bytes of stack the thread was created with.</param>
    public static void AdoptThread(int stackSize)
    {
        byte here;
        var top = (nuint)(&here);
        t_lowest = top - (nuint)stackSize + Reserve;
        lock (Gate)
        {
            s_windowStart = t_lowest;
            s_healthyLength = top - t_lowest;
            if (s_pending == 0) s_windowLength = s_healthyLength;
        }
    }

    /// <summary>An interrupt is pending: from now on guarded code asks <see cref="IsStopped"/>.</summary>
    public static void Raise()
    {
        lock (Gate)
        {
            s_pending++;
            s_windowLength = 0;
            Volatile.Write(ref s_raised, true);
        }
    }

    /// <summary>Takes one <see cref="Raise"/> back.</summary>
    public static void Lower()
    {
        lock (Gate)
        {
            if (--s_pending > 0) return;
            s_windowLength = s_healthyLength;
            Volatile.Write(ref s_raised, false);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void EnterSlowly(nuint here)
    {
        if (s_raised) ThrowIfStopped();
        var deep = t_lowest != 0 ? here < t_lowest : !RuntimeHelpers.TryEnsureSufficientExecutionStack();
        if (deep)
        {
            throw new InsufficientExecutionStackException(
                "The cell's functions call each other too deeply: the stack is used up. Look for a recursion that never reaches its end, or write it as a loop.");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowIfStopped()
    {
        if (IsStopped()) throw new OperationCanceledException("The cell was interrupted.");
    }
}
