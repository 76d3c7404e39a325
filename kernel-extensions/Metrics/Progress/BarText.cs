using System.Text;
using Qiansi.Drawing;

namespace Qiansi.Metrics;

/// <summary>Bars in characters.</summary>
internal static class BarText
{
    private const string Eighths = " ▏▎▍▌▋▊▉█";

    /// <summary>Lines, then one line for each bar.</summary>
    public static string Write(ProgressView view)
    {
        var text = new StringBuilder();
        if (view.LinesLeft > 0) text.Append($"… {NumberText.Count(view.LinesLeft)} earlier lines\n");
        foreach (var line in view.Lines) text.Append(Short(line, 300)).Append('\n');
        return text.AppendJoin('\n', view.Bars.Select(b => Line(b, 20))).ToString();
    }

    /// <summary>One bar: <c>epoch 1  42 % ████▏      420 of 1,000 · 34.2/s · 12 s, 17 s left · loss 0.231</c>.</summary>
    /// <param name="bar">How it stands.</param>
    /// <param name="barWidth">Characters of the bar itself; 0 for none.</param>
    public static string Line(BarState bar, int barWidth)
    {
        var parts = new List<string>();
        if (bar.Description.Length > 0) parts.Add(Short(bar.Description, 60) + " ");
        if (bar.Part is { } part)
        {
            parts.Add(Percent(part).PadLeft(5));
            if (barWidth > 0) parts.Add("▕" + Bar(part, barWidth) + "▏");
        }

        parts.Add(Facts(bar));
        return string.Join(' ', parts).TrimStart();
    }

    /// <summary>Count, rate, times, values.</summary>
    public static string Facts(BarState bar)
    {
        var facts = new List<string> { Count(bar) };
        if (Rate(bar) is { } rate) facts.Add(rate);
        facts.Add(bar.Left is { } left ? $"{Duration(bar.Elapsed)}, {Duration(left)} left" : Duration(bar.Elapsed));
        facts.AddRange(bar.Values.Select(v => $"{Short(v.Key, 30)} {Short(v.Value, 60)}"));
        return string.Join(" · ", facts);
    }

    /// <summary>Part of a whole, rounded down so that 100 % is all.</summary>
    public static string Percent(double part) => $"{Math.Floor(part * 100 + 1e-9):0} %";

    /// <summary>A time in words: <c>0.4 s</c>, <c>12 s</c>, <c>2 min 5 s</c>, <c>1 h 2 min</c>.</summary>
    public static string Duration(TimeSpan time) => time.TotalSeconds switch
    {
        < 9.95 => time.TotalSeconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) + " s",
        < 59.5 => $"{Math.Round(time.TotalSeconds):0} s",
        < 3600 => $"{(int)(time.TotalSeconds / 60)} min {(int)time.TotalSeconds % 60} s",
        < 86400 => $"{(int)time.TotalHours} h {time.Minutes} min",
        _ => $"{(int)time.TotalDays} d {time.Hours} h",
    };

    private static string Count(BarState bar)
    {
        var unit = bar.Unit.Length > 0 ? " " + bar.Unit : "";
        var count = bar.Total is { } total
            ? $"{NumberText.Count(bar.Done)} of {NumberText.Count(total)}{unit}" : NumberText.Count(bar.Done) + unit;
        return bar.End == BarEnd.Stopped ? $"{(bar.IsInterrupted ? "interrupted" : "stopped")} at {count}" : count;
    }

    private static string? Rate(BarState bar) => bar.Rate switch
    {
        <= 0 => null,
        < 1 => $"{Duration(TimeSpan.FromSeconds(Math.Min(1e8, 1 / bar.Rate)))} each",
        < 1e4 => $"{NumberText.Short(bar.Rate, 3)}/s",
        _ => $"{NumberText.Compact(bar.Rate)}/s",
    };

    private static string Bar(double part, int width)
    {
        var eighths = (int)(part * width * 8);
        var full = eighths / 8;
        return full == width ? new string('█', width) : new string('█', full) + Eighths[eighths % 8] + new string(' ', width - full - 1);
    }

    /// <summary>Text of at most so many characters, on one line.</summary>
    public static string Short(string text, int length)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= length ? text : text[..(length - 1)] + "…";
    }
}
