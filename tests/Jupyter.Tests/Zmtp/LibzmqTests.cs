using Qiansi.Jupyter.Zmtp;
using static Qiansi.Jupyter.Tests.Zmtp.Messages;

namespace Qiansi.Jupyter.Tests.Zmtp;

/// <summary>Our sockets with libzmq's at the other end, through pyzmq.</summary>
public sealed class LibzmqTests : IDisposable
{
    private readonly LibzmqPeer _peer = LibzmqPeer.StartOrSkip();

    public static TheoryData<string, bool> Ways => new()
    {
        { "tcp://127.0.0.1:*", true },
        { "tcp://127.0.0.1:*", false },
        { "ipc://*", true },
        { "ipc://*", false },
    };

    public void Dispose() => _peer.Dispose();

    [Theory, MemberData(nameof(Ways))]
    public async Task DealerAndRouter(string transport, bool weBind)
    {
        await using var router = new RouterSocket();
        await Open("d", "DEALER");
        await _peer.Tell("set d IDENTITY =74686569727320");
        await Join(router, "d", transport, weBind);
        await _peer.Send("d", "a", "", "b");
        Assert.Equal("theirs |a||b", (await router.ReceiveAsync(Within())).Text());
        await router.SendAsync(Of("theirs ", "", "c"), Within());
        Assert.Equal("|c", await _peer.Receive("d"));

        await using var dealer = new DealerSocket { Identity = "ours"u8.ToArray() };
        await Open("r", "ROUTER");
        await Join(dealer, "r", transport, weBind);
        await dealer.SendAsync(Of("a", "", "b"), Within());
        Assert.Equal("ours|a||b", await _peer.Receive("r"));
        await _peer.Send("r", "ours", "", "c");
        Assert.Equal("|c", (await dealer.ReceiveAsync(Within())).Text());

        await using var other = new DealerSocket();
        await Open("d2", "DEALER");
        await Join(other, "d2", transport, weBind);
        await _peer.Send("d2", "x");
        Assert.Equal("x", (await other.ReceiveAsync(Within())).Text());
        await other.SendAsync(Of("y"), Within());
        Assert.Equal("y", await _peer.Receive("d2"));

        await Open("r2", "ROUTER");
        await _peer.Tell("set r2 IDENTITY =7232");
        await using var second = new RouterSocket { Mandatory = true };
        await Join(second, "r2", transport, weBind);
        await Until(() => second.PeerCount == 1, "the routers shake hands");
        await second.SendAsync(Of("r2", "hello"), Within());
        Assert.EndsWith("|hello", await _peer.Receive("r2"));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task RequestAndReply(string transport, bool weBind)
    {
        await using var rep = new RepSocket();
        await Open("q", "REQ");
        await Join(rep, "q", transport, weBind);
        await using var req = new ReqSocket();
        await Open("p", "REP");
        await Join(req, "p", transport, weBind);
        for (var i = 0; i < 3; i++)
        {
            await _peer.Send("q", $"{i}");
            Assert.Equal($"{i}", (await rep.ReceiveAsync(Within())).Text());
            await rep.SendAsync(Of($"re {i}"), Within());
            Assert.Equal($"re {i}", await _peer.Receive("q"));

            await req.SendAsync(Of($"{i}", "more"), Within());
            Assert.Equal($"{i}|more", await _peer.Receive("p"));
            await _peer.Send("p", $"re {i}");
            Assert.Equal($"re {i}", (await req.ReceiveAsync(Within())).Text());
        }
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task RequestAndReplyAcrossKinds(string transport, bool weBind)
    {
        await using var rep = new RepSocket();
        await Open("d", "DEALER");
        await Join(rep, "d", transport, weBind);
        await _peer.Send("d", "", "question");
        Assert.Equal("question", (await rep.ReceiveAsync(Within())).Text());
        await rep.SendAsync(Of("answer"), Within());
        Assert.Equal("|answer", await _peer.Receive("d"));

        await using var req = new ReqSocket { Identity = "q"u8.ToArray() };
        await Open("r", "ROUTER");
        await Join(req, "r", transport, weBind);
        await req.SendAsync(Of("question"), Within());
        Assert.Equal("q||question", await _peer.Receive("r"));
        await _peer.Send("r", "q", "", "answer");
        Assert.Equal("answer", (await req.ReceiveAsync(Within())).Text());

        await using var dealer = new DealerSocket();
        await Open("p", "REP");
        await Join(dealer, "p", transport, weBind);
        await dealer.SendAsync(Of("", "question"), Within());
        Assert.Equal("question", await _peer.Receive("p"));
        await _peer.Send("p", "answer");
        Assert.Equal("|answer", (await dealer.ReceiveAsync(Within())).Text());

        await using var router = new RouterSocket();
        await Open("q", "REQ");
        await Join(router, "q", transport, weBind);
        await _peer.Send("q", "question");
        var question = await router.ReceiveAsync(Within());
        Assert.Equal("|question", question.Slice(1).Text());
        await router.SendAsync(new Multipart(question[0], ReadOnlyMemory<byte>.Empty, "answer"u8.ToArray()), Within());
        Assert.Equal("answer", await _peer.Receive("q"));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task PublishAndSubscribe(string transport, bool weBind)
    {
        await using var pub = new PubSocket { Welcome = topic => new Multipart(topic, "welcome"u8.ToArray()) };
        await Open("s", "SUB");
        await _peer.Tell("set s SUBSCRIBE =61");
        await Join(pub, "s", transport, weBind);
        Assert.Equal("a|welcome", await _peer.Receive("s"));
        foreach (var topic in (string[])["b", "a", "ab"])
            await pub.SendAsync(Of(topic, "body"), Within());
        Assert.Equal("a|body", await _peer.Receive("s"));
        Assert.Equal("ab|body", await _peer.Receive("s"));
        await _peer.Tell("set s SUBSCRIBE =62");
        Assert.Equal("b|welcome", await _peer.Receive("s"));
        await _peer.Tell("set s UNSUBSCRIBE =61");
        await Until(() => pub.SubscriptionCount == 1, "the subscription is taken back");
        await pub.SendAsync(Of("a", "not wanted any more"), Within());
        await pub.SendAsync(Of("b", "wanted"), Within());
        Assert.Equal("b|wanted", await _peer.Receive("s"));

        await using var sub = new SubSocket();
        sub.Subscribe("a");
        await Open("x", "XPUB");
        await Join(sub, "x", transport, weBind);
        Assert.Equal("\u0001a", await _peer.Receive("x"));
        await _peer.Send("x", "b", "no");
        await _peer.Send("x", "ab", "yes");
        Assert.Equal("ab|yes", (await sub.ReceiveAsync(Within())).Text());
        sub.Subscribe("b");
        Assert.Equal("\u0001b", await _peer.Receive("x"));
        sub.Unsubscribe("a");
        Assert.Equal("\0a", await _peer.Receive("x"));
        await _peer.Send("x", "a", "no");
        await _peer.Send("x", "b", "yes");
        Assert.Equal("b|yes", (await sub.ReceiveAsync(Within())).Text());
    }

    [Fact]
    public async Task LargeMessagesPassBothWays()
    {
        await using var dealer = new DealerSocket();
        await Open("r", "ROUTER");
        await _peer.Tell("set r RCVHWM 3");
        await Join(dealer, "r", "tcp://127.0.0.1:*", weBind: true);
        await dealer.SendAsync(new Multipart("head"u8.ToArray(), new byte[20_000_000]), Within());
        Assert.StartsWith("20000009 ", await _peer.Tell("count r 1"));

        await Open("d", "DEALER");
        await using var router = new RouterSocket();
        await Join(router, "d", "tcp://127.0.0.1:*", weBind: false);
        await _peer.Tell("blob d 20000000 =00");
        var message = await router.ReceiveAsync(Within());
        Assert.Equal([1, 20_000_000], message.Slice(1).Select(frame => frame.Length));
    }

    [Fact]
    public async Task HighWaterMarksHoldBackTheSenderAndLoseNothing()
    {
        await using var dealer = new DealerSocket { SendHighWaterMark = 10 };
        await Open("r", "ROUTER");
        await _peer.Tell("set r RCVHWM 10");
        await Join(dealer, "r", "tcp://127.0.0.1:*", weBind: true);
        var sent = 0;
        var sending = Task.CompletedTask;
        while (await Task.WhenAny(sending, Task.Delay(300, Within())) == sending)
        {
            sending = dealer.SendAsync(new Multipart(new byte[100_000]), Within(20)).AsTask();
            sent++;
        }

        Assert.InRange(sent, 10, 1000);
        // The one that still waited arrives as well; each comes after an identity of 5 bytes.
        Assert.StartsWith($"{sent * 100_005L} ", await _peer.Tell($"count r {sent}"));
        await sending;
    }

    [Fact]
    public async Task EitherSideMayRestart()
    {
        await using var dealer = new DealerSocket { Identity = "d"u8.ToArray() };
        await Open("r", "ROUTER");
        var endpoint = await _peer.Tell("bind r tcp://127.0.0.1:*");
        dealer.Connect(endpoint);
        await dealer.SendAsync(Of("1"), Within());
        Assert.Equal("d|1", await _peer.Receive("r"));
        await _peer.Tell($"unbind r {endpoint}");
        await _peer.Tell("close r");
        await Until(() => dealer.PeerCount == 0, "the loss is noticed");
        await Open("r", "ROUTER");
        await _peer.Tell($"bind r {endpoint}");
        await dealer.SendAsync(Of("2"), Within());
        Assert.Equal("d|2", await _peer.Receive("r"));

        await Open("d", "DEALER");
        await _peer.Tell("set d IDENTITY =64");
        string? bound = null;
        for (var life = 0; life < 3; life++)
        {
            await using var router = new RouterSocket();
            var at = router.Bind(bound ?? "tcp://127.0.0.1:*");
            if (bound is null)
                await _peer.Tell($"connect d {bound = at}");
            await Until(() => router.PeerCount == 1, "libzmq connects again");
            await router.SendAsync(Of("d", $"life {life}"), Within());
            Assert.Equal($"life {life}", await _peer.Receive("d"));
            await _peer.Send("d", "reply");
            Assert.Equal("d|reply", (await router.ReceiveAsync(Within())).Text());
        }
    }

    [Fact]
    public async Task HeartbeatsOfLibzmqAreAnswered()
    {
        await using var router = new RouterSocket();
        await Open("d", "DEALER");
        await _peer.Tell("set d HEARTBEAT_IVL 50");
        await _peer.Tell("set d HEARTBEAT_TIMEOUT 200");
        await _peer.Tell("set d HEARTBEAT_TTL 300");
        await Join(router, "d", "tcp://127.0.0.1:*", weBind: true);
        await _peer.Send("d", "before");
        var before = await router.ReceiveAsync(Within());
        // Silence well beyond every time-out: only answered PINGs keep the connection.
        Assert.Equal("nothing", await _peer.Receive("d", 800));
        await _peer.Send("d", "after");
        var after = await router.ReceiveAsync(Within());
        Assert.Equal(before[0].ToArray(), after[0].ToArray());
    }

    [Fact]
    public async Task BurstsArriveWhole()
    {
        await using var pub = new PubSocket { SlowSubscriber = SlowSubscriberPolicy.WaitThenDisconnect };
        await Open("s", "SUB");
        await _peer.Tell("set s SUBSCRIBE");
        await Join(pub, "s", "tcp://127.0.0.1:*", weBind: true);
        await Until(() => pub.SubscriptionCount == 1, "it subscribes");
        var counted = _peer.Tell("count s 10000");
        for (var i = 0; i < 10_000; i++)
            await pub.SendAsync(new Multipart("t"u8.ToArray(), BitConverter.GetBytes(i)), Within());
        Assert.StartsWith("50000 ", await counted);
    }

    private Task Open(string name, string kind) => _peer.Tell($"open {name} {kind}");

    private async Task Join(ZmtpSocket ours, string theirs, string transport, bool weBind)
    {
        if (weBind)
            await _peer.Tell($"connect {theirs} {ours.Bind(transport)}");
        else
            ours.Connect(await _peer.Tell($"bind {theirs} {transport}"));
    }
}
