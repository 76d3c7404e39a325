namespace Qiansi.Engine.Running;

/// <summary>Counts what a cell has printed to one stream, and keeps the tail of what is too much.</summary>
internal sealed class StreamText
{
    private int _free = CellOutput.HeadLimit;
    private char[]? _tail;
    private int _next;
    private long _afterHead;

    /// <summary>Characters that are neither among the first nor among the last.</summary>
    public long Dropped => Math.Max(0, _afterHead - CellOutput.TailLimit);

    /// <summary>Takes in text.</summary>
    /// <param name="text">What is printed.</param>
    /// <param name="cutBegins">Whether this is the first text that does not pass whole.</param>
    /// <returns>How many characters pass.</returns>
    public int Take(ReadOnlySpan<char> text, out bool cutBegins)
    {
        var passes = Math.Min(_free, text.Length);
        _free -= passes;
        cutBegins = passes < text.Length && _afterHead == 0;
        if (passes < text.Length) Keep(text[passes..]);
        return passes;
    }

    /// <summary>The kept tail, oldest character first; afterwards a tail's worth of text passes again.</summary>
    public string TakeTail()
    {
        var kept = (int)Math.Min(_afterHead, CellOutput.TailLimit);
        var text = _tail is null ? "" : kept < CellOutput.TailLimit
            ? new string(_tail, 0, kept)
            : string.Concat(_tail.AsSpan(_next), _tail.AsSpan(0, _next));
        Reset();
        _free = CellOutput.TailLimit;
        return text;
    }

    /// <summary>Forgets all: the output was cleared.</summary>
    public void Reset()
    {
        _free = CellOutput.HeadLimit;
        _tail = null;
        _next = 0;
        _afterHead = 0;
    }

    private void Keep(ReadOnlySpan<char> text)
    {
        _afterHead += text.Length;
        _tail ??= new char[CellOutput.TailLimit];
        if (text.Length > _tail.Length) text = text[^_tail.Length..];
        while (!text.IsEmpty)
        {
            var part = Math.Min(text.Length, _tail.Length - _next);
            text[..part].CopyTo(_tail.AsSpan(_next));
            _next = (_next + part) % _tail.Length;
            text = text[part..];
        }
    }
}
