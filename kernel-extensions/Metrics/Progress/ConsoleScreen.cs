namespace Qiansi.Metrics;

/// <summary>Bars as one line of a console, written over and over; in a file or a pipe as a line now and then.</summary>
/// <param name="writer">The console's error stream.</param>
/// <param name="isRedirected">Whether it is a file or a pipe.</param>
/// <param name="time">The clock; the system's when null.</param>
internal sealed class ConsoleScreen(TextWriter writer, bool isRedirected, TimeProvider? time = null) : IProgressScreen
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private long? _written;
    private int _width;

    /// <inheritdoc />
    public bool KeepsLines => false;

    /// <inheritdoc />
    public void Show(ProgressView view, bool isFinal)
    {
        var line = string.Join("  ▸  ", view.Bars.Select((b, i) => BarText.Line(b, barWidth: i == view.Bars.Count - 1 ? 20 : 0)));
        if (isRedirected)
        {
            if (!isFinal && _written is { } at && _time.GetElapsedTime(at) < BetweenLines) return;
            if (isFinal || _written is not null) writer.WriteLine(line);
            _written = isFinal ? null : _time.GetTimestamp();
            return;
        }

        var room = Math.Max(20, ConsoleWidth() - 1);
        if (line.Length > room) line = line[..(room - 1)] + "…";
        writer.Write("\r" + line.PadRight(Math.Min(_width, room)));
        _width = line.Length;
        if (isFinal) writer.WriteLine();
        if (isFinal) _width = 0;
        writer.Flush();
    }

    /// <inheritdoc />
    public void WriteLine(string text)
    {
        if (!isRedirected && _width > 0) writer.Write("\r" + new string(' ', _width) + "\r");
        _width = 0;
        writer.WriteLine(text);
    }

    private static int ConsoleWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : 80;
        }
        catch (IOException)
        {
            return 80; // no window, as in some services
        }
    }
}
