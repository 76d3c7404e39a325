using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Qiansi.Tool.Tests.Hub;

/// <summary>Runs cells over a kernel's WebSocket.</summary>
internal sealed class CellClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();

    public static async Task<CellClient> ConnectAsync(Uri server, string path, Action<ClientWebSocketOptions> options)
    {
        var client = new CellClient();
        options(client._socket.Options);
        await client._socket.ConnectAsync(
            new UriBuilder(new Uri(server, path)) { Scheme = "ws" }.Uri, TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>Runs a cell; the text of its result.</summary>
    public async Task<string?> RunAsync(string code)
    {
        var id = Guid.NewGuid().ToString("N");
        var request = new JsonObject
        {
            ["channel"] = "shell",
            ["header"] = new JsonObject
            {
                ["msg_id"] = id,
                ["msg_type"] = "execute_request",
                ["session"] = "s",
                ["username"] = "",
                ["date"] =
                    "2026-01-01T00:00:00Z",
                ["version"] = "5.4",
            },
            ["parent_header"] = new JsonObject(),
            ["metadata"] = new JsonObject(),
            ["content"] = new JsonObject { ["code"] = code, ["silent"] = false, ["store_history"] = true, ["allow_stdin"] = false },
        };
        await _socket.SendAsync(
            Encoding.UTF8.GetBytes(request.ToJsonString()), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        string? result = null;
        while (true)
        {
            var message = await ReceiveAsync();
            if ((string?)message["parent_header"]?["msg_id"] != id) continue;
            switch ((string)message["header"]!["msg_type"]!)
            {
                case "execute_result":
                    result = (string)message["content"]!["data"]!["text/plain"]!;
                    break;
                case "error":
                    Assert.Fail(message["content"]!.ToJsonString());
                    break;
                case "status" when (string)message["content"]!["execution_state"]! == "idle":
                    return result;
                default:
                    break;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonNode> ReceiveAsync()
    {
        var (text, buffer) = (new MemoryStream(), new byte[64 * 1024]);
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            if (part.MessageType == WebSocketMessageType.Close) throw new WebSocketException("the server closed the socket");
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(text.ToArray())!;
    }
}
