using System.CommandLine;
using System.Globalization;

namespace Qiansi.Tool.Commands;

/// <summary>Options that take a time in seconds.</summary>
internal static class Seconds
{
    // What timers can wait for.
    private const double Longest = 4_000_000;

    /// <summary>An option such as <c>--timeout 2.5</c>; null when it is not given.</summary>
    public static Option<TimeSpan?> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "seconds",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= Longest)
                return TimeSpan.FromSeconds(seconds);
            result.AddError($"{name} '{text}' is not a number of seconds above 0, such as 30 or 2.5.");
            return null;
        },
    };
}
