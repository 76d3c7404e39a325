using System.Net.WebSockets;
using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Http;
using Qiansi.Server.Kernels;

namespace Qiansi.Server.Channels;

/// <summary>The WebSockets: a kernel's channels, and the server's events.</summary>
internal sealed class ChannelRoutes(KernelPool kernels, Action<string> log, CancellationToken stopping)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/kernels/{id}/channels", (RequestDelegate)ChannelsAsync);
        routes.MapGet("/api/events/subscribe", (RequestDelegate)EventsAsync);
    }

    private async Task ChannelsAsync(HttpContext context)
    {
        var kernel = kernels.Find((string)context.Request.RouteValues["id"]!);
        RequireWebSocket(context);
        var isBinary = context.WebSockets.WebSocketRequestedProtocols.Contains(BinaryFormat.Subprotocol);
        using var webSocket = await context.WebSockets.AcceptWebSocketAsync(isBinary ? BinaryFormat.Subprotocol : null);
        using var socket = new ChannelsSocket(webSocket, isBinary ? new BinaryFormat() : new JsonFormat(), log, stopping);
        await kernel.ServeAsync(context.Request.Query["session_id"].FirstOrDefault() ?? "", socket);
    }

    /// <summary>Accepted and silent: there are no events, and a refusal would make front ends try for ever.</summary>
    private async Task EventsAsync(HttpContext context)
    {
        RequireWebSocket(context);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), ending.Token)).MessageType != WebSocketMessageType.Close)
            {
                // Whatever it says, nobody listens.
            }
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, ending.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException)
        {
            socket.Abort();
        }
    }

    private static void RequireWebSocket(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest) throw new HttpFailure(400, "This address is for WebSockets.");
    }
}
