using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Qiansi.Server.Channels;

namespace Qiansi.Server.Tests.Kernels;

/// <summary>A message as a front end sees it.</summary>
internal sealed record Received(string Channel, string Type, string? Parent, JsonNode Content);

/// <summary>A front end's WebSocket, in either protocol.</summary>
internal sealed class ChannelsClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly List<Received> _received = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly string _session;
    private readonly bool _isBinary;
    private Task _reading = Task.CompletedTask;
    private readonly string _name = Guid.NewGuid().ToString("N");
    private int _count;

    private ChannelsClient(string session, bool isBinary) => (_session, _isBinary) = (session, isBinary);

    /// <summary>Everything received so far.</summary>
    public IReadOnlyList<Received> All
    {
        get
        {
            lock (_received) return [.. _received];
        }
    }

    /// <summary>Completes when the server has closed.</summary>
    public Task Closed => _reading;

    public static async Task<ChannelsClient> ConnectAsync(TestServer server, string kernel, string? session = null, bool isBinary = true)
    {
        var client = new ChannelsClient(session ?? Guid.NewGuid().ToString("N"), isBinary);
        if (isBinary) client._socket.Options.AddSubProtocol(BinaryFormat.Subprotocol);
        client._socket.Options.SetRequestHeader("Authorization", "token " + TestServer.Token);
        await client._socket.ConnectAsync(
            new($"{server.Server.Address.Replace("http:", "ws:")}api/kernels/{kernel}/channels?session_id={client._session}"),
            TestServer.Limit);
        Assert.Equal(isBinary ? BinaryFormat.Subprotocol : null, client._socket.SubProtocol);
        client._reading = Task.Run(client.ReadAsync);
        return client;
    }

    /// <summary>Sends a request; its id.</summary>
    public async Task<string> SendAsync(
        string channel, string type, JsonObject content, JsonObject? metadata = null, JsonNode? parent = null)
    {
        var id = $"{_name}-{Interlocked.Increment(ref _count)}";
        var header = new JsonObject
        {
            ["msg_id"] = id,
            ["msg_type"] = type,
            ["session"] = _session,
            ["username"] = "",
            ["date"] = "2026-11-25T00:00:00Z",
            ["version"] = "5.4"
        };
        if (!_isBinary)
        {
            var message = new JsonObject
            {
                ["channel"] = channel,
                ["header"] = header,
                ["parent_header"] = parent?.DeepClone() ?? new JsonObject(),
                ["metadata"] = metadata ?? [],
                ["content"] = content,
            };
            await _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, TestServer.Limit);
            return id;
        }
        JsonNode[] parts = [header, parent ?? new JsonObject(), metadata ?? [], content];
        await SendRawAsync(Frame([Encoding.UTF8.GetBytes(channel), .. parts.Select(j => Encoding.UTF8.GetBytes(j.ToJsonString()))]));
        return id;
    }

    public Task<string> ExecuteAsync(string code, JsonObject? metadata = null) =>
        SendAsync("shell", "execute_request", new()
        {
            ["code"] = code,
            ["silent"] = false,
            ["store_history"] = true,
            ["user_expressions"] = new JsonObject(),
            ["allow_stdin"] = true,
            ["stop_on_error"] = true
        }, metadata);

    /// <summary>Runs a cell to its end; all that came about it.</summary>
    public async Task<IReadOnlyList<Received>> RunAsync(string code, JsonObject? metadata = null)
    {
        var id = await ExecuteAsync(code, metadata);
        await WaitAsync(m => m.Parent == id && m.Type == "execute_reply");
        await WaitAsync(m => m.Parent == id && m.Type == "status" && (string?)m.Content["execution_state"] == "idle");
        return [.. All.Where(m => m.Parent == id)];
    }

    /// <summary>The first message, of those that came and those that come, that fits.</summary>
    public async Task<Received> WaitAsync(Func<Received, bool> fits, double seconds = 90)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestServer.Limit);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        while (true)
        {
            if (All.FirstOrDefault(fits) is { } found) return found;
            try
            {
                await _arrived.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException("It did not come. What came: " + string.Join(", ", All.Select(Shortly)));
            }
        }
    }

    private static string Shortly(Received message)
    {
        var content = message.Content.ToJsonString();
        return $"{message.Channel}:{message.Type} {content[..Math.Min(80, content.Length)]}";
    }

    public Task SendRawAsync(byte[] data, WebSocketMessageType type = WebSocketMessageType.Binary) =>
        _socket.SendAsync(data, type, true, TestServer.Limit);

    /// <summary>Breaks the connection as a lost network does.</summary>
    public void Break() => _socket.Abort();

    public async ValueTask DisposeAsync()
    {
        if (_socket.State == WebSocketState.Open)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(3));
            try
            {
                await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException)
            {
                _socket.Abort();
            }
        }
        _socket.Dispose();
    }

    /// <summary>Parts with their offsets in front.</summary>
    public static byte[] Frame(IReadOnlyList<byte[]> parts)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var offset = 8UL * ((ulong)parts.Count + 2);
        writer.Write((ulong)parts.Count + 1);
        foreach (var part in parts)
        {
            writer.Write(offset);
            offset += (ulong)part.Length;
        }
        writer.Write(offset);
        foreach (var part in parts) writer.Write(part);
        return stream.ToArray();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 20];
        try
        {
            while (true)
            {
                using var message = new MemoryStream();
                ValueWebSocketReceiveResult result;
                do
                {
                    result = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                    if (result.MessageType == WebSocketMessageType.Close) return;
                    message.Write(buffer, 0, result.Count);
                }
                while (!result.EndOfMessage);
                Add(result.MessageType == WebSocketMessageType.Text ? FromText(message.ToArray()) : FromBinary(message.ToArray()));
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection has ended.
        }
        finally
        {
            _arrived.Release();
        }
    }

    private void Add(Received message)
    {
        lock (_received) _received.Add(message);
        _arrived.Release();
    }

    private static Received FromText(byte[] utf8)
    {
        var json = JsonNode.Parse(utf8)!;
        return new((string)json["channel"]!, (string)json["header"]!["msg_type"]!,
            (string?)json["parent_header"]?["msg_id"], json["content"]!);
    }

    private static Received FromBinary(byte[] data)
    {
        var count = (int)BitConverter.ToUInt64(data);
        var offsets = Enumerable.Range(0, count).Select(i => (int)BitConverter.ToUInt64(data, 8 * (i + 1))).ToList();
        Assert.Equal(data.Length, offsets[^1]);
        string Part(int i) => Encoding.UTF8.GetString(data, offsets[i], offsets[i + 1] - offsets[i]);
        return new(Part(0), (string)JsonNode.Parse(Part(1))!["msg_type"]!, (string?)JsonNode.Parse(Part(2))?["msg_id"],
            JsonNode.Parse(Part(4))!);
    }
}
