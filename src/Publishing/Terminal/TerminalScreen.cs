using System.Globalization;

namespace Qiansi.Publishing.Terminal;

/// <summary>What a terminal without edges would show after a text was written to it: colours, links,
/// and lines that were written over.</summary>
/// <remarks>
/// Understands line feed, carriage return, backspace, tab, and of ECMA-48: SGR, cursor movement (A-H, f), erasing (J, K), and OSC 8 links.
/// Other escape sequences are swallowed. A UTF-16 unit is a column; surrogate pairs and combining characters stay
/// together unless they are written over.
/// </remarks>
internal sealed class TerminalScreen
{
    private const int MaxColumn = 1 << 14;

    private readonly List<List<(char Char, TerminalStyle Style)>> _lines = [[]];
    private TerminalStyle _style;
    private int _row;
    private int _column;

    private TerminalScreen()
    {
    }

    /// <summary>The lines a text leaves, without line ends; a line feed at the very end adds no empty line.</summary>
    public static IReadOnlyList<IReadOnlyList<(char Char, TerminalStyle Style)>> Show(string text)
    {
        var screen = new TerminalScreen();
        for (var i = 0; i < text.Length;) i = screen.Write(text, i);
        if (screen._lines.Count > 1 && screen._lines[^1].Count == 0) screen._lines.RemoveAt(screen._lines.Count - 1);
        return screen._lines;
    }

    private int Write(string text, int at)
    {
        switch (text[at])
        {
            case '\n':
                if (_row == _lines.Count - 1) _lines.Add([]);
                MoveTo(_row + 1, 0);
                return at + 1;
            case '\r':
                _column = 0;
                return at + 1;
            case '\b':
                _column = Math.Max(0, _column - 1);
                return at + 1;
            case '\e':
                return Escape(text, at + 1);
            case '\t':
            case >= ' ' and not '\x7f':
                Put(text[at]);
                return at + 1;
            default:
                return at + 1; // bell and other control characters show nothing
        }
    }

    private void Put(char c)
    {
        var line = _lines[_row];
        while (line.Count < _column) line.Add((' ', default));
        if (_column < line.Count) line[_column] = (c, _style);
        else line.Add((c, _style));
        _column++;
    }

    private int Escape(string text, int at)
    {
        if (at >= text.Length) return at;
        return text[at] switch
        {
            '[' => ControlSequence(text, at + 1),
            ']' => OperatingSystemCommand(text, at + 1),
            '(' or ')' => at + 2, // choice of a character set
            _ => at + 1,
        };
    }

    private int ControlSequence(string text, int at)
    {
        var start = at;
        while (at < text.Length && text[at] is >= ' ' and <= '?') at++;
        if (at >= text.Length) return at;
        var parameters = text.AsSpan(start, at - start);
        if (parameters is not ['?', ..] and not ['>', ..]) Control(text[at], Numbers(parameters));
        return at + 1;
    }

    private void Control(char command, List<int> numbers)
    {
        var count = Math.Clamp(numbers.Count > 0 ? numbers[0] : 1, 1, MaxColumn);
        switch (command)
        {
            case 'm': _style = StyleSequence.Apply(_style, numbers); break;
            case 'A': MoveTo(_row - count, _column); break;
            case 'B': MoveTo(_row + count, _column); break;
            case 'C': _column = Math.Max(_column, Math.Min(_column + count, MaxColumn)); break;
            case 'D': _column = Math.Max(0, _column - count); break;
            case 'E': MoveTo(_row + count, 0); break;
            case 'F': MoveTo(_row - count, 0); break;
            case 'G': _column = count - 1; break;
            case 'H' or 'f': MoveTo(count - 1, numbers.Count > 1 ? Math.Clamp(numbers[1] - 1, 0, MaxColumn) : 0); break;
            case 'K': EraseInLine(numbers.Count > 0 ? numbers[0] : 0); break;
            case 'J': EraseScreen(numbers.Count > 0 ? numbers[0] : 0); break;
        }
    }

    private int OperatingSystemCommand(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] != '\a' && !(text[end] == '\e' && end + 1 < text.Length && text[end + 1] == '\\')) end++;
        var command = text.AsSpan(at, end - at);
        if (command.StartsWith("8;", StringComparison.Ordinal) && command[2..].IndexOf(';') is var semicolon and >= 0)
        {
            var target = command[(semicolon + 3)..].ToString();
            _style = _style with { Link = IsWebAddress(target) ? target : null };
        }

        return Math.Min(text.Length, end + (end < text.Length && text[end] == '\e' ? 2 : 1));
    }

    private static bool IsWebAddress(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";

    private static List<int> Numbers(ReadOnlySpan<char> parameters)
    {
        var numbers = new List<int>();
        if (parameters.IsEmpty) return numbers;
        foreach (var range in parameters.SplitAny(';', ':'))
            numbers.Add(int.TryParse(parameters[range], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        return numbers;
    }

    private void MoveTo(int row, int column)
    {
        _row = Math.Clamp(row, 0, _lines.Count - 1); // as on a terminal, only a line feed makes a new line
        _column = column;
    }

    private void EraseInLine(int what)
    {
        var line = _lines[_row];
        var keepFrom = what == 0 ? line.Count : Math.Min(_column + 1, line.Count);
        if (what is 0 or 2)
        {
            var from = what == 0 ? Math.Min(_column, line.Count) : 0;
            line.RemoveRange(from, line.Count - from);
            return;
        }

        for (var i = 0; i < keepFrom; i++) line[i] = (' ', default);
    }

    private void EraseScreen(int what)
    {
        if (what == 0)
        {
            EraseInLine(0);
            _lines.RemoveRange(_row + 1, _lines.Count - _row - 1);
        }
        else if (what is 2 or 3)
        {
            foreach (var line in _lines) line.Clear();
        }
    }
}
