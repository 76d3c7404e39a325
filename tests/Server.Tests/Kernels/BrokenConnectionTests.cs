using System.Net.WebSockets;
using System.Text;
using Qiansi.Server.Channels;

namespace Qiansi.Server.Tests.Kernels;

public sealed class BrokenConnectionTests
{
    [Fact]
    public async Task What_was_queued_for_a_connection_that_turns_out_broken_goes_to_the_next_one_in_order()
    {
        await using var client = new ClientChannels("tab", _ => { });
        var breaking = new FakeWebSocket(breaksAfter: 1);
        using var broken = new ChannelsSocket(breaking, new JsonFormat(), _ => { }, CancellationToken.None);
        client.Attach(broken);
        for (var i = 0; i < 5; i++) await client.DeliverAsync(ChannelName.Iopub, Message(i));
        // the reading side has not noticed
        await breaking.Broken.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        var next = new FakeWebSocket(breaksAfter: int.MaxValue);
        using var socket = new ChannelsSocket(next, new JsonFormat(), _ => { }, CancellationToken.None);
        client.Attach(socket);
        await client.DeliverAsync(ChannelName.Iopub, Message(5));

        await Eventually.HoldsAsync(() => next.Sent.Count >= 5);
        Assert.Equal([1, 2, 3, 4, 5], next.Sent.Select(text => Enumerable.Range(0, 6).Single(i => text.Contains($"\"number {i}\""))));
    }

    private static KernelMessage Message(int number) =>
        new("{\"msg_id\":\"m\",\"msg_type\":\"stream\"}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(),
            Encoding.UTF8.GetBytes($"{{\"text\":\"number {number}\"}}"), []);

    /// <summary>A connection that takes some messages and then fails, and of whose end the reader is never told.</summary>
    private sealed class FakeWebSocket(int breaksAfter) : WebSocket
    {
        private readonly List<string> _sent = [];
        private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Completes when a message was not taken.</summary>
        public Task Broken => _broken.Task;

        public IReadOnlyList<string> Sent
        {
            get
            {
                lock (_sent) return [.. _sent];
            }
        }

        public override WebSocketCloseStatus? CloseStatus => null;

        public override string? CloseStatusDescription => null;

        public override WebSocketState State => WebSocketState.Open;

        public override string? SubProtocol => null;

        public override Task SendAsync(
            ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
        {
            lock (_sent)
            {
                if (_sent.Count >= breaksAfter)
                {
                    _broken.TrySetResult();
                    throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
                }

                _sent.Add(Encoding.UTF8.GetString(buffer));
            }
            return Task.CompletedTask;
        }

        public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) =>
            Task.Delay(Timeout.Infinite, cancellationToken)
                .ContinueWith<WebSocketReceiveResult>(_ => throw new OperationCanceledException(cancellationToken), TaskScheduler.Default);

        public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            Task.CompletedTask;

        public override Task CloseOutputAsync(
            WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Abort()
        {
        }

        public override void Dispose()
        {
        }
    }
}
