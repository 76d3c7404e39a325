using System.Diagnostics;

namespace Qiansi.Benchmarks;

/// <summary>Turns of ours, which alternate with turns of a peer.</summary>
internal static class TorchTurns
{
    /// <summary>How long a turn is.</summary>
    public const double Milliseconds = 60;

    private const double WarmMilliseconds = 250;

    /// <summary>Until the runtime has compiled the code that runs often: what a program sees after its first second.</summary>
    public static void Warm(Action run)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < 30 || Stopwatch.GetElapsedTime(start).TotalMilliseconds < WarmMilliseconds; i++)
        {
            run();
            if (Stopwatch.GetElapsedTime(start).TotalMilliseconds > 3 * WarmMilliseconds) break;
        }
    }

    public static List<double> Turn(Action run)
    {
        run();
        var times = new List<double>();
        var start = Stopwatch.GetTimestamp();
        while (times.Count < 3 || Stopwatch.GetElapsedTime(start).TotalMilliseconds < Milliseconds)
        {
            var before = Stopwatch.GetTimestamp();
            run();
            times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        return times;
    }
}
