using System.Runtime.ExceptionServices;

namespace Qiansi.Torch.Kernels;

/// <summary>One loop cut into parts, which any thread may take: nobody waits for a part that nobody has begun.</summary>
/// <param name="n">The range is [0, n).</param>
/// <param name="grain">Cuts lie on multiples of it.</param>
/// <param name="parts">How many parts; at most as many as there are grains.</param>
/// <param name="body">Called with [begin, end) of each part.</param>
internal sealed class ParallelLoop(long n, long grain, int parts, Action<long, long> body)
{
    private readonly int[] _begun = new int[parts];
    private readonly long _grains = (n + grain - 1) / grain;
    private ExceptionDispatchInfo? _error;
    private int _left = parts;

    /// <summary>How many parts there are.</summary>
    public int Parts => _begun.Length;

    /// <summary>Whether all parts have ended.</summary>
    public bool HasEnded => Volatile.Read(ref _left) == 0;

    /// <summary>The first exception of a part.</summary>
    public ExceptionDispatchInfo? Error => _error;

    /// <summary>Runs the given part and those after it, in turn, as far as nobody has begun them.</summary>
    /// <returns>Whether a part that ended here was the last one of the loop.</returns>
    public bool RunFrom(int first)
    {
        var isLast = false;
        for (var i = 0; i < Parts; i++)
        {
            var part = (first + i) % Parts;
            if (Interlocked.Exchange(ref _begun[part], 1) == 1) continue;
            Run(part);
            isLast = Interlocked.Decrement(ref _left) == 0;
        }

        return isLast;
    }

    private void Run(int part)
    {
        var begin = _grains * part / Parts * grain;
        var end = Math.Min(n, _grains * (part + 1) / Parts * grain);
        try
        {
            if (_error is null) body(begin, end);
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref _error, ExceptionDispatchInfo.Capture(e), null);
        }
    }
}
