using System.Text;

namespace Qiansi.Jupyter.Client;

/// <summary>Drains a process's stream and keeps its beginning and its end: a crash says its reason first,
/// a failed start says it last.</summary>
internal sealed class OutputTail
{
    private const int HeadLimit = 4 * 1024;
    private const int TailLimit = 12 * 1024;
    private readonly Lock _gate = new();
    private readonly StringBuilder _head = new();
    private readonly StringBuilder _tail = new();
    private long _left;

    /// <summary>What was kept; a line says how much is missing.</summary>
    public string Text
    {
        get
        {
            lock (_gate) return _left == 0 ? $"{_head}{_tail}" : $"{_head}\n… {_left} characters left out …\n{_tail}";
        }
    }

    /// <summary>Reads to the stream's end.</summary>
    public async Task DrainAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        try
        {
            while (await reader.ReadAsync(buffer) is > 0 and var count) Append(buffer.AsSpan(0, count));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            Append($"\n(its output could not be read further: {e.Message})");
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            var room = Math.Min(HeadLimit - _head.Length, text.Length);
            _head.Append(text[..room]);
            _tail.Append(text[room..]);
            if (_tail.Length <= 2 * TailLimit) return;
            _left += _tail.Length - TailLimit;
            _tail.Remove(0, _tail.Length - TailLimit);
        }
    }
}
