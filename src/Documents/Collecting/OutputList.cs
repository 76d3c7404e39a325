using System.Text;

namespace Qiansi.Documents.Collecting;

/// <summary>What a cell has put out, with the middle let go once it is too much. Memory stays in proportion to the limits.</summary>
/// <param name="limits">How much is kept.</param>
/// <param name="forget">Called for a display that is let go.</param>
internal sealed class OutputList(OutputLimits limits, Action<string, DataItem> forget)
{
    private readonly LinkedList<OutputItem> _items = [];

    /// <summary>Streams and displays after the first half of the limit, oldest first: the ones that may go.</summary>
    private readonly Queue<LinkedListNode<OutputItem>> _tailStreams = [];
    private readonly Queue<LinkedListNode<OutputItem>> _tailDisplays = [];
    private LinkedListNode<OutputItem>? _lastTail;
    private int _headCharacters;
    private int _tailCharacters;
    private int _displays;
    private GapItem? _gap;

    /// <summary>Appends text, to the last item when that is text of the same stream.</summary>
    public void Write(string stream, string text)
    {
        var rest = text.AsSpan();
        var head = Math.Min(rest.Length, limits.StreamCharacters / 2 - _headCharacters);
        if (head > 0 && head < rest.Length && char.IsHighSurrogate(rest[head - 1])) head--;
        if (head > 0)
        {
            Append(StreamOf(stream, tail: false), rest[..head]);
            _headCharacters += head;
            rest = rest[head..];
        }

        if (rest.IsEmpty) return;
        _headCharacters = limits.StreamCharacters / 2;
        while (!rest.IsEmpty)
        {
            var part = rest[..Math.Min(rest.Length, StreamItem.BlockSize)];
            Append(StreamOf(stream, tail: true), part);
            _tailCharacters += part.Length;
            rest = rest[part.Length..];
            while (_tailCharacters > limits.StreamCharacters / 2 + StreamItem.BlockSize) DropOldestBlock();
        }
    }

    /// <summary>Appends anything else.</summary>
    public void Add(OutputItem item)
    {
        var node = _items.AddLast(item);
        if (item is not DataItem { IsResult: false } || ++_displays <= limits.Displays / 2) return;
        _tailDisplays.Enqueue(node);
        if (_tailDisplays.Count <= limits.Displays - limits.Displays / 2) return;
        var oldest = _tailDisplays.Dequeue();
        GapBefore(oldest).Values++;
        Remove(oldest);
    }

    /// <summary>Lets go of everything.</summary>
    public void Clear()
    {
        foreach (var item in _items.OfType<DataItem>())
            if (item.DisplayId is not null) forget(item.DisplayId, item);
        _items.Clear();
    }

    /// <summary>The outputs as a cell keeps them.</summary>
    /// <param name="executionCount">The number of the run, for the result.</param>
    public List<Output> ToOutputs(int? executionCount)
    {
        var outputs = new List<Output>();
        var text = new StringBuilder();
        var stream = "";
        foreach (var item in _items)
        {
            switch (item)
            {
                case StreamItem part:
                    if (part.Name != stream) EndStream();
                    stream = part.Name;
                    foreach (var block in part.Blocks) text.Append(block);
                    break;
                case GapItem gap:
                    if (stream.Length == 0) stream = "stderr";
                    if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
                    text.Append(gap);
                    break;
                case DataItem data:
                    EndStream();
                    outputs.Add(data.IsResult
                        ? new ResultOutput(data.Data, executionCount) : new DisplayOutput(data.Data, displayId: data.DisplayId));
                    break;
                case ErrorItem failure:
                    EndStream();
                    outputs.Add(new ErrorOutput(failure.Error.Name, failure.Error.Message, failure.Error.Traceback));
                    break;
            }
        }

        EndStream();
        return outputs;

        void EndStream()
        {
            if (text.Length > 0) outputs.Add(new StreamOutput(stream, text.ToString()));
            text.Clear();
            stream = "";
        }
    }

    private StreamItem StreamOf(string stream, bool tail)
    {
        var last = _items.Last;
        if (last?.Value is StreamItem current && current.Name == stream && (!tail || last == _lastTail)) return current;
        var item = new StreamItem(stream);
        last = _items.AddLast(item);
        if (tail)
        {
            _tailStreams.Enqueue(_lastTail = last);
            _tailCharacters += StreamItem.Overhead;
        }
        else
        {
            _headCharacters += StreamItem.Overhead;
        }

        return item;
    }

    private static void Append(StreamItem item, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (item.Last is null || item.Last.Length >= StreamItem.BlockSize) item.Blocks.Enqueue(item.Last = new StringBuilder());
            var part = text[..Math.Min(text.Length, StreamItem.BlockSize - item.Last.Length)];
            item.Last.Append(part);
            text = text[part.Length..];
        }
    }

    /// <summary>Lets go of the oldest text after the first half, and of the line that it cuts in two.</summary>
    private void DropOldestBlock()
    {
        var node = _tailStreams.Peek();
        var item = (StreamItem)node.Value;
        var block = item.Blocks.Dequeue();
        var gap = GapBefore(node);
        gap.Characters += block.Length;
        _tailCharacters -= block.Length;
        gap.Lines += Count(block, '\n');
        if (item.Blocks.TryPeek(out var next))
        {
            if (block[^1] != '\n') CutLine(next, gap);
            return;
        }

        _tailStreams.Dequeue();
        _tailCharacters -= StreamItem.Overhead;
        Remove(node);
    }

    /// <summary>Lets go of the rest of a line whose start is gone.</summary>
    private void CutLine(StringBuilder block, GapItem gap)
    {
        var end = 0;
        while (end < block.Length && block[end] != '\n') end++;
        if (++end >= block.Length) return;
        block.Remove(0, end);
        gap.Characters += end;
        gap.Lines++;
        _tailCharacters -= end;
    }

    private static int Count(StringBuilder text, char wanted)
    {
        var count = 0;
        foreach (var chunk in text.GetChunks()) count += chunk.Span.Count(wanted);
        return count;
    }

    private GapItem GapBefore(LinkedListNode<OutputItem> node)
    {
        if (_gap is null) _items.AddBefore(node, _gap = new GapItem());
        return _gap;
    }

    private void Remove(LinkedListNode<OutputItem> node)
    {
        if (node.Value is DataItem { DisplayId: { } id } item) forget(id, item);
        _items.Remove(node);
    }
}
