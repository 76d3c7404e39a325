using System.Diagnostics;
using Qiansi.Tool.Reports;

namespace Qiansi.Tool.Progress;

/// <summary>Makes whole lines of text that comes in pieces. Of a line that is written over and over (a progress bar, ended by a carriage
/// return), what stands there at its end is kept and, while it lasts, one state every few seconds.</summary>
internal sealed class LineCutter
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private string _rest = "";
    private long _last = Stopwatch.GetTimestamp();

    /// <summary>The lines that a piece completes, without control characters.</summary>
    public IReadOnlyList<string> Add(string text)
    {
        var parts = (_rest + text).Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var lines = parts[..^1].Select(Shown).ToList();
        // A carriage return at the very end may be half of a line's end.
        _rest = parts[^1];
        var written = _rest.AsSpan(0, Math.Max(0, _rest.Length - 1)).LastIndexOf('\r');
        if (written > 0)
        {
            if (Stopwatch.GetElapsedTime(_last) >= Interval) lines.Add(Shown(_rest[..written]));
            _rest = _rest[(written + 1)..];
        }

        if (lines.Count > 0) _last = Stopwatch.GetTimestamp();
        return lines;
    }

    /// <summary>The line that was begun and not ended, or null.</summary>
    public string? End()
    {
        var rest = Shown(_rest);
        _rest = "";
        return rest.Length > 0 ? rest : null;
    }

    private static string Shown(string line)
    {
        line = line.TrimEnd('\r');
        return PlainText.Of(line[(line.LastIndexOf('\r') + 1)..]);
    }
}
