namespace Qiansi.Server.Channels;

/// <summary>Knows which cell a reply is for: front ends write the cell's id into the metadata of the request.</summary>
internal sealed class CellTracker
{
    private const int MostAsked = 4096;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _asked = [];

    /// <summary>A request goes to the kernel.</summary>
    public void Asked(KernelMessage request)
    {
        if (request.Head.Type != "execute_request" || JsonField.Text(request.Metadata.Span, "cellId"u8) is not { Length: > 0 } cell) return;
        lock (_gate)
        {
            if (_asked.Count >= MostAsked) _asked.Clear();
            _asked[request.Head.Id] = cell;
        }
    }

    /// <summary>The id of the cell that this reply says has ended well; null for all other messages.</summary>
    public string? Succeeded(KernelMessage reply)
    {
        if (reply.Head.Type != "execute_reply" || JsonField.Text(reply.Parent.Span, "msg_id"u8) is not { } request) return null;
        lock (_gate)
        {
            if (!_asked.Remove(request, out var cell)) return null;
            return JsonField.Text(reply.Content.Span, "status"u8) == "ok" ? cell : null;
        }
    }
}
