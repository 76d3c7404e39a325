using System.Collections.Concurrent;
using Qiansi.Jupyter.Zmtp;
using Qiansi.Jupyter.Zmtp.Wire;
using static Qiansi.Jupyter.Tests.Zmtp.Messages;

namespace Qiansi.Jupyter.Tests.Zmtp;

/// <summary>High-water marks, slow peers, cancellation, linger, reconnection, routing.</summary>
public sealed class FlowTests
{
    private static readonly byte[] s_block = new byte[100_000];

    [Fact]
    public async Task SenderWaitsForASlowReceiverAndNothingIsLost()
    {
        await using var router = new RouterSocket { ReceiveHighWaterMark = 10 };
        await using var dealer = new DealerSocket { SendHighWaterMark = 10 };
        dealer.Connect(router.Bind("tcp://127.0.0.1:*"));
        await dealer.SendAsync(Of("first"), Within());
        await router.ReceiveAsync(Within());

        var sent = 0;
        while (dealer.TrySend(new Multipart(BitConverter.GetBytes(sent), s_block)) || !await Rests(dealer))
            sent++;
        Assert.InRange(sent, 20, 2000);
        var waiting = dealer.SendAsync(new Multipart(BitConverter.GetBytes(sent), s_block), Within());
        Assert.False(waiting.IsCompleted);
        for (var i = 0; i <= sent; i++)
            Assert.Equal(i, BitConverter.ToInt32((await router.ReceiveAsync(Within()))[1].Span));
        await waiting;

        async Task<bool> Rests(DealerSocket socket)
        {
            // The mark is reached; it stays so only once the stream's own buffers are full as well.
            for (var i = 0; i < 20; i++)
            {
                await Task.Delay(10);
                if (socket.TrySend(new Multipart(BitConverter.GetBytes(sent), s_block)))
                    return false;
            }

            return true;
        }
    }

    [Fact]
    public async Task ByteMarkHoldsBackLargeMessages()
    {
        await using var dealer = new DealerSocket { SendHighWaterMarkBytes = 150_000 };
        dealer.Connect("tcp://127.0.0.1:9");
        Assert.True(dealer.TrySend(new Multipart(s_block)));
        Assert.True(dealer.TrySend(new Multipart(s_block)));
        Assert.False(dealer.TrySend(new Multipart(s_block)));
        dealer.Linger = TimeSpan.Zero;
    }

    [Fact]
    public async Task StuckPeerOfARouterHoldsUpNobodyElse()
    {
        await using var router = new RouterSocket { SendHighWaterMark = 5, Linger = TimeSpan.Zero };
        var endpoint = router.Bind("tcp://127.0.0.1:*");
        using var stuck = RawPeer.Greet(endpoint, SocketKind.Dealer, identity: "stuck");
        await using var lively = new DealerSocket { Identity = "lively"u8.ToArray() };
        lively.Connect(endpoint);
        await lively.SendAsync(Of("hi"), Within());
        await router.ReceiveAsync(Within());

        var toStuck = ValueTask.CompletedTask;
        while (toStuck.IsCompleted)
            toStuck = router.SendAsync(new Multipart("stuck"u8.ToArray(), new byte[1_000_000]), Within());
        for (var i = 0; i < 100; i++)
        {
            await router.SendAsync(Of("lively", $"{i}"), Within());
            Assert.Equal($"{i}", (await lively.ReceiveAsync(Within())).Text());
        }

        // When the stuck one leaves, what waited for it is dropped.
        stuck.Vanish();
        await toStuck;
    }

    [Fact]
    public async Task PublisherDropsForASlowSubscriberOnly()
    {
        await using var pub = new PubSocket { SendHighWaterMark = 5, Linger = TimeSpan.Zero };
        var endpoint = pub.Bind("tcp://127.0.0.1:*");
        using var slow = RawPeer.Greet(endpoint, SocketKind.Sub);
        slow.Send(Streams.CommandFrame("SUBSCRIBE"));
        await using var quick = new SubSocket();
        quick.Subscribe();
        quick.Connect(endpoint);
        await Until(() => pub.SubscriptionCount == 2, "both subscribe");
        for (var i = 0; i < 500; i++)
        {
            await pub.SendAsync(new Multipart(BitConverter.GetBytes(i), s_block), Within());
            Assert.Equal(i, BitConverter.ToInt32((await quick.ReceiveAsync(Within()))[0].Span));
        }

        Assert.InRange(pub.DroppedCount, 1, 499);
        Assert.Equal(2, pub.PeerCount);
    }

    [Fact]
    public async Task PublisherWaitsForASlowSubscriberThenDisconnectsIt()
    {
        var faults = new ConcurrentQueue<string>();
        await using var pub = new PubSocket
        {
            SendHighWaterMark = 5,
            SlowSubscriber = SlowSubscriberPolicy.WaitThenDisconnect,
            SlowSubscriberTimeout = TimeSpan.FromMilliseconds(200),
        };
        pub.PeerFaulted += fault => faults.Enqueue(fault.Message);
        var endpoint = pub.Bind("tcp://127.0.0.1:*");
        using var stalled = RawPeer.Greet(endpoint, SocketKind.Sub);
        stalled.Send(Streams.CommandFrame("SUBSCRIBE"));
        await using var quick = new SubSocket();
        quick.Subscribe();
        quick.Connect(endpoint);
        await Until(() => pub.SubscriptionCount == 2, "both subscribe");

        for (var i = 0; i < 300; i++)
        {
            await pub.SendAsync(new Multipart(BitConverter.GetBytes(i), s_block), Within());
            Assert.Equal(i, BitConverter.ToInt32((await quick.ReceiveAsync(Within()))[0].Span));
        }

        Assert.Equal(1, pub.PeerCount);
        await Until(() => faults.Any(fault => fault.Contains("took no message for 0.2 s")), "the fault is reported");
        Assert.Equal(0, pub.DroppedCount);
    }

    [Fact]
    public async Task SubscriberThatIsMerelySlowLosesNothing()
    {
        await using var pub = new PubSocket { SendHighWaterMark = 10, SlowSubscriber = SlowSubscriberPolicy.WaitThenDisconnect };
        await using var sub = new SubSocket { ReceiveHighWaterMark = 10 };
        sub.Subscribe();
        sub.Connect(pub.Bind("tcp://127.0.0.1:*"));
        await Until(() => pub.SubscriptionCount == 1, "it subscribes");
        var sender = Task.Run(async () =>
        {
            for (var i = 0; i < 2000; i++)
                await pub.SendAsync(new Multipart(BitConverter.GetBytes(i), new byte[20_000]), Within(30));
        }, Within());
        for (var i = 0; i < 2000; i++)
        {
            if (i % 500 == 0)
                await Task.Delay(20, Within());
            Assert.Equal(i, BitConverter.ToInt32((await sub.ReceiveAsync(Within()))[0].Span));
        }

        await sender;
    }

    [Fact]
    public async Task ManyThreadsMayUseOneSocket()
    {
        const int Threads = 8, Each = 500;
        await using var router = new RouterSocket { ReceiveHighWaterMark = 50 };
        await using var dealer = new DealerSocket { SendHighWaterMark = 50 };
        dealer.Connect(router.Bind("tcp://127.0.0.1:*"));
        var senders = Enumerable.Range(0, Threads).Select(thread => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
                await dealer.SendAsync(new Multipart(new[] { (byte)thread }, BitConverter.GetBytes(i), new byte[i]), Within(30));
        }, Within(30))).ToArray();
        var next = new int[Threads];
        for (var i = 0; i < Threads * Each; i++)
        {
            var message = await router.ReceiveAsync(Within());
            var thread = message[1].Span[0];
            Assert.Equal(next[thread]++, BitConverter.ToInt32(message[2].Span));
            Assert.Equal(BitConverter.ToInt32(message[2].Span), message[3].Length);
        }

        await Task.WhenAll(senders);
        Assert.All(next, count => Assert.Equal(Each, count));

        var receivers = Enumerable.Range(0, Threads).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            while ((await dealer.ReceiveAsync(Within(30)))[0].Length > 0)
                count++;
            return count;
        }, Within(30))).ToArray();
        await dealer.SendAsync(Of("who"), Within());
        var id = (await router.ReceiveAsync(Within()))[0];
        for (var i = 0; i < 1000; i++)
            await router.SendAsync(new Multipart(id, new byte[] { 1 }), Within());
        for (var i = 0; i < Threads; i++)
            await router.SendAsync(new Multipart(id, ReadOnlyMemory<byte>.Empty), Within());
        Assert.Equal(1000, (await Task.WhenAll(receivers)).Sum());
    }

    [Fact]
    public async Task CancelledCallsLeaveNothingBehind()
    {
        await using var dealer = new DealerSocket { SendHighWaterMark = 1, Linger = TimeSpan.FromSeconds(5) };
        await using var router = new RouterSocket();
        using var cancellation = new CancellationTokenSource();
        var receiving = dealer.ReceiveAsync(cancellation.Token).AsTask();
        var unsent = dealer.SendAsync(Of("never"), cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiving);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => unsent);

        dealer.Connect(router.Bind("tcp://127.0.0.1:*"));
        await dealer.SendAsync(Of("sent"), Within());
        var message = await router.ReceiveAsync(Within());
        Assert.Equal("sent", message.Slice(1).Text());
        await router.SendAsync(new Multipart(message[0], "back"u8.ToArray()), Within());
        Assert.Equal("back", (await dealer.ReceiveAsync(Within())).Text());
    }

    [Fact]
    public async Task DisposalSendsWhatIsQueued()
    {
        await using var router = new RouterSocket { ReceiveHighWaterMark = 2 };
        var dealer = new DealerSocket { Linger = TimeSpan.FromSeconds(10) };
        dealer.Connect(router.Bind("tcp://127.0.0.1:*"));
        for (var i = 0; i < 200; i++)
            await dealer.SendAsync(new Multipart(BitConverter.GetBytes(i), s_block), Within());
        var disposal = dealer.DisposeAsync();
        for (var i = 0; i < 200; i++)
            Assert.Equal(i, BitConverter.ToInt32((await router.ReceiveAsync(Within()))[1].Span));
        await disposal.AsTask().WaitAsync(Within());
    }

    [Fact]
    public async Task DisposalWaitsForAPeerYetToComeAndGivesUpAfterTheLinger()
    {
        var probe = new RouterSocket();
        var endpoint = probe.Bind("tcp://127.0.0.1:*");
        await probe.DisposeAsync();

        var early = new DealerSocket { Linger = TimeSpan.FromSeconds(10) };
        early.Connect(endpoint);
        await early.SendAsync(Of("early"), Within());
        var disposal = early.DisposeAsync().AsTask();
        await using (var router = new RouterSocket())
        {
            router.Bind(endpoint);
            Assert.Equal("early", (await router.ReceiveAsync(Within())).Slice(1).Text());
            await disposal.WaitAsync(Within());
        }

        var forlorn = new DealerSocket { Linger = TimeSpan.FromMilliseconds(50) };
        forlorn.Connect("ipc:///tmp/nobody-is-here");
        await forlorn.SendAsync(Of("lost"), Within());
        await forlorn.DisposeAsync().AsTask().WaitAsync(Within(2));
    }

    [Fact]
    public async Task DisposalEndsWaitingCalls()
    {
        var dealer = new DealerSocket();
        var receiving = dealer.ReceiveAsync(Within()).AsTask();
        var sending = dealer.SendAsync(Of("x"), Within()).AsTask();
        await dealer.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => receiving);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => sending);
        Assert.Throws<ObjectDisposedException>(() => dealer.TrySend(Of("x")));
        Assert.Throws<ObjectDisposedException>(() => dealer.Bind("tcp://127.0.0.1:*"));
        await dealer.DisposeAsync();
    }

    [Theory, InlineData("tcp://127.0.0.1:*"), InlineData("ipc://*")]
    public async Task ConnectionComesBackAfterTheBoundSideRestarts(string transport)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && transport.StartsWith("ipc"), "ipc is tested on Unix");
        await using var dealer = new DealerSocket { Identity = "d"u8.ToArray() };
        var endpoint = transport;
        for (var life = 0; life < 3; life++)
        {
            await using var router = new RouterSocket();
            var bound = router.Bind(endpoint);
            if (life == 0)
                dealer.Connect(endpoint = bound);
            await Until(() => router.PeerCount == 1, "the dealer connects");
            await dealer.SendAsync(Of($"life {life}"), Within());
            Assert.Equal($"d|life {life}", (await router.ReceiveAsync(Within())).Text());
            await router.DisposeAsync();
            await Until(() => dealer.PeerCount == 0, "the dealer notices");
        }
    }

    [Fact]
    public async Task SubscriptionsAreMadeAgainAfterReconnecting()
    {
        await using var sub = new SubSocket();
        sub.Subscribe("t");
        string? endpoint = null;
        for (var life = 0; life < 2; life++)
        {
            await using var pub = new PubSocket();
            var bound = pub.Bind(endpoint ?? "tcp://127.0.0.1:*");
            if (endpoint is null)
                sub.Connect(endpoint = bound);
            await Until(() => pub.SubscriptionCount == 1, "it subscribes");
            await pub.SendAsync(Of($"t{life}"), Within());
            Assert.Equal($"t{life}", (await sub.ReceiveAsync(Within())).Text());
        }
    }

    [Fact]
    public async Task RequestIsReportedLostWhenTheReplierLeaves()
    {
        await using var req = new ReqSocket();
        var rep = new RepSocket();
        var endpoint = rep.Bind("tcp://127.0.0.1:*");
        req.Connect(endpoint);
        await req.SendAsync(Of("1"), Within());
        await rep.ReceiveAsync(Within());
        var reply = req.ReceiveAsync(Within()).AsTask();
        await rep.DisposeAsync();
        Assert.Contains("send it again", (await Assert.ThrowsAsync<ZmtpException>(() => reply)).Message);

        await using var next = new RepSocket();
        next.Bind(endpoint);
        await req.SendAsync(Of("2"), Within());
        Assert.Equal("2", (await next.ReceiveAsync(Within())).Text());
        await next.SendAsync(Of("two"), Within());
        Assert.Equal("two", (await req.ReceiveAsync(Within())).Text());
    }

    [Fact]
    public async Task NewPeerTakesOverAnIdentity()
    {
        await using var router = new RouterSocket();
        var endpoint = router.Bind("tcp://127.0.0.1:*");
        using var old = RawPeer.Greet(endpoint, SocketKind.Dealer, identity: "same");
        await using var young = new DealerSocket { Identity = "same"u8.ToArray() };
        young.Connect(endpoint);
        await young.SendAsync(Of("here"), Within());
        Assert.Equal("same|here", (await router.ReceiveAsync(Within())).Text());
        Assert.Empty(old.ReadToEnd());
        await router.SendAsync(Of("same", "you"), Within());
        Assert.Equal("you", (await young.ReceiveAsync(Within())).Text());
    }

    [Fact]
    public async Task MandatoryRouterSaysThatNobodyIsThere()
    {
        await using var router = new RouterSocket();
        Assert.True(router.TrySend(Of("nobody", "x")));
        router.Mandatory = true;
        Assert.Contains("6E6F626F6479", Assert.Throws<ZmtpException>(() => router.TrySend(Of("nobody", "x"))).Message);
    }
}
