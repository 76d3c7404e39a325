using System.Diagnostics;
using System.Globalization;

namespace Qiansi.Engine.Directives.BuiltIn;

/// <summary><c>#!time</c>: measures the rest of the cell by the clock and says so below it, also when the cell fails.</summary>
internal sealed class TimeDirective : IWrappingDirective
{
    public string Name => "time";

    public string Summary => "Measures how long the rest of the cell takes.";

    public async Task<CellStatus> InvokeAroundAsync(DirectiveInvocation invocation, ICellContext context, Func<Task<CellStatus>> rest)
    {
        var clock = Stopwatch.StartNew();
        var status = await rest();
        var text = "Wall time: "
            + $"{InWords(clock.Elapsed)}{(status == CellStatus.Ok ? "" : status == CellStatus.Interrupted ? ", interrupted" : ", failed")}";
        context.Output.Display(MimeBundle.Plain(text));
        return status;
    }

    /// <summary>Three digits and a unit up to a minute, then minutes and seconds.</summary>
    internal static string InWords(TimeSpan time)
    {
        var (value, unit) = time.TotalSeconds switch
        {
            < 0.001 => (time.TotalMicroseconds, "µs"),
            < 1 => (time.TotalMilliseconds, "ms"),
            < 60 => (time.TotalSeconds, "s"),
            _ => (0, ""),
        };
        if (unit.Length == 0)
            return string.Create(
                CultureInfo.InvariantCulture, $"{(long)time.TotalMinutes} min {time.Seconds + time.Milliseconds / 1000.0:0.0} s");
        return value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture) + " " + unit;
    }
}
