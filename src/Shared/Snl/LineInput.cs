namespace Qiansi.Snl;

/// <summary>Input that is asked for line by line, when a program needs it: a terminal's, or a notebook's.</summary>
/// <param name="nextLine">The next line, or null at the end.</param>
public sealed class LineInput(Func<string?> nextLine) : TextReader
{
    private string _line = "";
    private int _next;
    private bool _ended;

    /// <inheritdoc/>
    public override int Peek() => HasMore() ? _line[_next] : -1;

    /// <inheritdoc/>
    public override int Read() => HasMore() ? _line[_next++] : -1;

    private bool HasMore()
    {
        if (_next < _line.Length) return true;
        if (_ended || nextLine() is not { } line)
        {
            _ended = true;
            return false;
        }

        (_line, _next) = (line + "\n", 0);
        return true;
    }
}
