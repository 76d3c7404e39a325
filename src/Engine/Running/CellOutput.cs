using System.Globalization;
using System.Text;

namespace Qiansi.Engine.Running;

/// <summary>A cell's way out: gathers small writes, keeps their order with displays, and bounds how much text a cell prints.</summary>
/// <remarks>
/// Text reaches the inner sink within about 20 ms or when 64 Ki characters have gathered: the one place where it waits. Of each stream
/// the first <see cref="HeadLimit"/> characters
/// pass; of the rest the last <see cref="TailLimit"/> are kept and pass when the cell ends, after a line that says how much is left out.
/// What background work prints after that passes up to <see cref="TailLimit"/> characters more.
/// </remarks>
internal sealed class CellOutput(IOutputSink inner) : IOutputSink
{
    /// <summary>Characters of a stream that pass as they come.</summary>
    public const int HeadLimit = 1024 * 1024;

    /// <summary>Characters of a stream kept from its end.</summary>
    public const int TailLimit = 64 * 1024;

    /// <summary>Characters that wait at most.</summary>
    public const int Gather = 64 * 1024;

    private readonly Lock _lock = new();
    private readonly StreamText _output = new();
    private readonly StreamText _error = new();
    private readonly StringBuilder _pending = new();
    private StandardStream _pendingStream;
    private bool _isDue;

    /// <inheritdoc />
    public void Write(StandardStream stream, string text) => Write(stream, text.AsSpan());

    /// <summary>Appends text to a stream.</summary>
    public void Write(StandardStream stream, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        bool schedules;
        lock (_lock)
        {
            if (_pendingStream != stream)
            {
                FlushLocked(whole: true);
                _pendingStream = stream;
            }

            var passes = Of(stream).Take(text, out var cutBegins);
            _pending.Append(text[..passes]);
            if (cutBegins)
                _pending.Append(CultureInfo.InvariantCulture,
                    $"\n… more than {HeadLimit} characters printed; the last {TailLimit} follow when the cell ends …\n");
            if (_pending.Length >= Gather) FlushLocked();
            schedules = !_isDue && _pending.Length > 0;
            _isDue |= schedules;
        }

        if (schedules) OutputFlusher.Schedule(this);
    }

    /// <summary>Hands what has gathered to the inner sink.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            _isDue = false;
            FlushLocked();
        }
    }

    /// <summary>The cell has ended: hands over all that is left, with the tails of streams that were too long.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            FlushLocked(whole: true);
            CompleteStream(StandardStream.Output);
            CompleteStream(StandardStream.Error);
        }
    }

    /// <inheritdoc />
    public void Display(MimeBundle data, string? displayId = null)
    {
        lock (_lock)
        {
            FlushLocked();
            inner.Display(data, displayId);
        }
    }

    /// <inheritdoc />
    public void UpdateDisplay(MimeBundle data, string displayId)
    {
        lock (_lock)
        {
            FlushLocked();
            inner.UpdateDisplay(data, displayId);
        }
    }

    /// <inheritdoc />
    public void Result(MimeBundle data)
    {
        lock (_lock)
        {
            FlushLocked();
            inner.Result(data);
        }
    }

    /// <inheritdoc />
    public void Error(CellError error)
    {
        lock (_lock)
        {
            FlushLocked();
            inner.Error(error);
        }
    }

    /// <inheritdoc />
    public void ClearOutput(bool wait)
    {
        lock (_lock)
        {
            FlushLocked();
            _output.Reset();
            _error.Reset();
            inner.ClearOutput(wait);
        }
    }

    /// <inheritdoc />
    public bool OfferCode(string code) => inner.OfferCode(code);

    /// <inheritdoc />
    public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation)
    {
        Flush();
        return inner.ReadInputAsync(prompt, password, cancellation);
    }

    private StreamText Of(StandardStream stream) => stream == StandardStream.Output ? _output : _error;

    /// <param name="whole">Whether half of a surrogate pair goes too; otherwise it waits for its other half, which comes with the next
    /// write.</param>
    private void FlushLocked(bool whole = false)
    {
        var length = _pending.Length - (!whole && _pending.Length > 0 && char.IsHighSurrogate(_pending[^1]) ? 1 : 0);
        if (length == 0) return;
        var text = _pending.ToString(0, length);
        _pending.Remove(0, length);
        inner.Write(_pendingStream, text);
    }

    private void CompleteStream(StandardStream stream)
    {
        var text = Of(stream);
        if (text.Dropped is var dropped and > 0)
            inner.Write(stream, string.Create(CultureInfo.InvariantCulture, $"\n… {dropped} characters left out …\n"));
        if (text.TakeTail() is { Length: > 0 } tail) inner.Write(stream, tail);
    }
}
