using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Qiansi.Tool.Progress;

/// <summary>The last line of the terminal, redrawn while something goes on: a spinner, the time, and what goes on.</summary>
internal sealed class LiveLine : IDisposable
{
    private const string Start = "\r\u001b[2K";
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly IAnsiConsole _console;
    private readonly Timer _timer;
    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly IReadOnlyList<string> _frames;
    private string _text;
    private int _frame;
    private bool _paused;
    private bool _ended;

    public LiveLine(IAnsiConsole console, string text)
    {
        _console = console;
        _text = text;
        _frames = (console.Profile.Capabilities.Unicode ? Spinner.Known.Dots : Spinner.Known.Line).Frames;
        Draw();
        _timer = new(_ => Draw(), null, Period, Period);
    }

    /// <summary>As much of a text as fits into a width, in terminal columns: Chinese characters take two.</summary>
    public static string Fit(string text, int width)
    {
        if (Columns(text) <= width) return text;
        var (used, end) = (1, 0);
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            used += Columns(text.Substring(end, length));
            if (used > width) break;
            end += length;
        }

        return text[..end] + "…";
    }

    /// <summary>Adds a remark.</summary>
    public void Note(string remark)
    {
        lock (_gate) _text = $"({remark}) {_text}";
        Draw();
    }

    /// <summary>Leaves the line to somebody else.</summary>
    public void Pause()
    {
        lock (_gate)
        {
            _paused = true;
            Erase();
        }
    }

    /// <summary>Draws again.</summary>
    public void Resume()
    {
        lock (_gate) _paused = false;
    }

    /// <summary>Removes the line.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            _ended = true;
            Erase();
        }
    }

    private static int Columns(string text) => new Segment(text).CellCount();

    private void Draw()
    {
        lock (_gate)
        {
            if (_paused || _ended) return;
            var elapsed = ProgressText.Time(Stopwatch.GetElapsedTime(_begun));
            var line = $"{_frames[_frame++ % _frames.Count]} {elapsed,9}  {_text}";
            // One column stays free: a full last line makes some terminals scroll.
            _console.Write(new ControlCode(Start + Fit(line, Math.Max(10, _console.Profile.Width - 1))));
        }
    }

    private void Erase() => _console.Write(new ControlCode(Start));
}
