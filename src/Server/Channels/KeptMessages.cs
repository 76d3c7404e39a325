namespace Qiansi.Server.Channels;

/// <summary>What came while a front end was away, for its return; not for several threads at once.</summary>
/// <remarks>
/// Of a display that changes again and again (a live panel, curves of a training) only the newest state is kept,
/// so that a page which was away for hours does not lose replies and printed text to thousands of pictures that nobody has seen. Of all
/// else the newest bytes and messages stay.
/// </remarks>
internal sealed class KeptMessages(long mostBytes, int mostMessages)
{
    private readonly LinkedList<(ChannelName Channel, KernelMessage Message, string? Display)> _messages = [];
    private readonly Dictionary<string, LinkedListNode<(ChannelName Channel, KernelMessage Message, string? Display)>> _updates =
        new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>Messages kept.</summary>
    public int Count => _messages.Count;

    /// <summary>All that is kept, oldest first.</summary>
    public IReadOnlyList<(ChannelName Channel, KernelMessage Message)> All => [.. _messages.Select(m => (m.Channel, m.Message))];

    /// <summary>Keeps a message; an update of a display takes the place of the one before.</summary>
    public void Add(ChannelName channel, KernelMessage message)
    {
        var display = message.Head.Type == "update_display_data"
            ? JsonField.Text(JsonField.Value(message.Content.Span, "transient"u8), "display_id"u8) : null;
        if (display is not null && _updates.TryGetValue(display, out var earlier)) Remove(earlier);
        var node = _messages.AddLast((channel, message, display));
        if (display is not null) _updates[display] = node;
        _bytes += message.Size;
        while (_bytes > mostBytes || _messages.Count > mostMessages) Remove(_messages.First!);
    }

    /// <summary>Gives all back, oldest first, and keeps none.</summary>
    public IReadOnlyList<(ChannelName Channel, KernelMessage Message)> Take()
    {
        var all = All;
        _messages.Clear();
        _updates.Clear();
        _bytes = 0;
        return all;
    }

    private void Remove(LinkedListNode<(ChannelName Channel, KernelMessage Message, string? Display)> node)
    {
        _messages.Remove(node);
        _bytes -= node.Value.Message.Size;
        if (node.Value.Display is { } display) _updates.Remove(display);
    }
}
