using System.Buffers;
using System.Net.WebSockets;

namespace Qiansi.Server.Channels;

/// <summary>A front end's WebSocket to a kernel.</summary>
internal sealed class ChannelsSocket : IDisposable
{
    /// <summary>Largest message taken from a front end.</summary>
    public const int MaxMessageBytes = 256 << 20;

    private const long QueuedBytes = 32L << 20;
    private const int MostComplaints = 5;
    private const int CopyLimit = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebSocket _socket;
    private readonly IChannelsFormat _format;
    private readonly SendQueue<(ChannelName Channel, KernelMessage Message)> _queue;
    private readonly CancellationTokenSource _ending;
    private readonly Action<string> _log;
    private readonly Lock _gate = new();
    private readonly List<(ChannelName Channel, KernelMessage Message)> _unsent = [];
    private (ChannelName Channel, KernelMessage Message)? _sending;
    private bool _isBroken;
    private string? _reason;
    private int _dropped;

    public ChannelsSocket(WebSocket socket, IChannelsFormat format, Action<string> log, CancellationToken stopping)
    {
        (_socket, _format, _log) = (socket, format, log);
        _ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _queue = new(item => SendAsync(item.Channel, item.Message));
    }

    /// <summary>Queues a message for the front end.</summary>
    public void Add(ChannelName channel, KernelMessage message) => _queue.Add((channel, message), message.Size + 64);

    /// <summary>Ends sending, and gives back what the front end has not got: a broken connection is noticed only after some
    /// messages were queued for it.</summary>
    public IReadOnlyList<(ChannelName Channel, KernelMessage Message)> TakeUnsent()
    {
        lock (_gate)
        {
            KeepUnsent();
            List<(ChannelName, KernelMessage)> all = [.. _unsent, .. _queue.Drain()];
            _unsent.Clear();
            return all;
        }
    }

    /// <summary>Waits while much is queued; a front end that takes nothing for long is cut off.</summary>
    public async ValueTask WaitForRoomAsync()
    {
        if (!await _queue.WaitForRoomAsync(QueuedBytes, Patience))
            Abort($"It took nothing for {Patience.TotalSeconds:0} s while {QueuedBytes >> 20} MiB waited.");
    }

    /// <summary>Ends the connection, from any thread.</summary>
    public void Abort(string reason)
    {
        Interlocked.CompareExchange(ref _reason, reason, null);
        try
        {
            _ending.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>Reads until the front end leaves.</summary>
    public async Task RunAsync(Action<ChannelName, KernelMessage> received)
    {
        try
        {
            while (await ReceiveAsync() is var (data, isText))
            {
                if (_format.Read(data, isText, out var problem) is var (channel, message)) received(channel, message);
                else if (_dropped++ < MostComplaints) _log($"Dropped a message from a front end: {problem}.");
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            if (_reason is not null) _log($"A front end's connection was ended: {_reason}");
        }
        await CloseAsync();
    }

    public void Dispose()
    {
        _queue.Complete();
        _ending.Dispose();
    }

    private async Task<(ReadOnlyMemory<byte> Data, bool IsText)?> ReceiveAsync()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        while (true)
        {
            var result = await _socket.ReceiveAsync(buffer.GetMemory(4096), _ending.Token);
            if (result.MessageType == WebSocketMessageType.Close) return null;
            buffer.Advance(result.Count);
            if (buffer.WrittenCount > MaxMessageBytes)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.MessageTooBig, $"more than {MaxMessageBytes >> 20} MiB", _ending.Token);
                return null;
            }
            if (result.EndOfMessage) return (buffer.WrittenMemory, result.MessageType == WebSocketMessageType.Text);
        }
    }

    private async ValueTask SendAsync(ChannelName channel, KernelMessage message)
    {
        lock (_gate)
        {
            if (_isBroken)
            {
                _unsent.Add((channel, message));
                return;
            }
            _sending = (channel, message);
        }
        var (parts, isText) = _format.Write(channel, message);
        var type = isText ? WebSocketMessageType.Text : WebSocketMessageType.Binary;
        try
        {
            if (message.Size <= CopyLimit) await _socket.SendAsync(Joined(parts), type, endOfMessage: true, _ending.Token);
            else
                for (var i = 0; i < parts.Count; i++)
                    await _socket.SendAsync(parts[i], type, endOfMessage: i == parts.Count - 1, _ending.Token);
            lock (_gate) _sending = null;
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException
            or InvalidOperationException)
        {
            // The reading side notices too, and ends.
            lock (_gate) KeepUnsent();
        }
    }

    private void KeepUnsent()
    {
        _isBroken = true;
        if (_sending is { } message) _unsent.Add(message);
        _sending = null;
    }

    private static byte[] Joined(IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        var joined = new byte[parts.Sum(p => p.Length)];
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(joined.AsMemory(at));
            at += part.Length;
        }
        return joined;
    }

    private async Task CloseAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            if (_socket.State is WebSocketState.CloseReceived or WebSocketState.Open)
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException or InvalidOperationException)
        {
            _socket.Abort();
        }
    }
}
