using Qiansi.Jupyter.Zmtp;
using static Qiansi.Jupyter.Tests.Zmtp.Messages;

namespace Qiansi.Jupyter.Tests.Zmtp;

/// <summary>Every pair of socket kinds, our own at both ends.</summary>
public sealed class SocketPairTests
{
    public static TheoryData<string> Transports =>
        OperatingSystem.IsWindows() ? ["tcp://127.0.0.1:*"] : ["tcp://127.0.0.1:*", "ipc://*", "tcp://[::1]:*"];

    [Theory, MemberData(nameof(Transports))]
    public async Task DealerAndRouterExchangeMessages(string transport)
    {
        await using var router = new RouterSocket();
        await using var dealer = new DealerSocket { Identity = "me"u8.ToArray() };
        dealer.Connect(router.Bind(transport));

        await dealer.SendAsync(Of("a", "", "b"), Within());
        Assert.Equal("me|a||b", (await router.ReceiveAsync(Within())).Text());
        await router.SendAsync(Of("me", "answer"), Within());
        Assert.Equal("answer", (await dealer.ReceiveAsync(Within())).Text());
    }

    [Fact]
    public async Task RouterMakesAnIdForAPeerThatHasNone()
    {
        await using var router = new RouterSocket();
        await using var one = new DealerSocket();
        await using var two = new DealerSocket();
        var endpoint = router.Bind("tcp://127.0.0.1:*");
        one.Connect(endpoint);
        two.Connect(endpoint);
        await one.SendAsync(Of("one"), Within());
        var fromOne = await router.ReceiveAsync(Within());
        await two.SendAsync(Of("two"), Within());
        var fromTwo = await router.ReceiveAsync(Within());

        Assert.Equal(5, fromOne[0].Length);
        Assert.Equal(0, fromOne[0].Span[0]);
        Assert.NotEqual(fromOne[0].ToArray(), fromTwo[0].ToArray());
        await router.SendAsync(new Multipart(fromTwo[0], "2"u8.ToArray()), Within());
        await router.SendAsync(new Multipart(fromOne[0], "1"u8.ToArray()), Within());
        Assert.Equal("1", (await one.ReceiveAsync(Within())).Text());
        Assert.Equal("2", (await two.ReceiveAsync(Within())).Text());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task RequestsAreRepliedTo(string transport)
    {
        await using var rep = new RepSocket();
        await using var req = new ReqSocket();
        req.Connect(rep.Bind(transport));
        for (var i = 0; i < 3; i++)
        {
            await req.SendAsync(Of($"ping {i}", "x"), Within());
            Assert.Equal($"ping {i}|x", (await rep.ReceiveAsync(Within())).Text());
            await rep.SendAsync(Of($"pong {i}"), Within());
            Assert.Equal($"pong {i}", (await req.ReceiveAsync(Within())).Text());
        }
    }

    [Fact]
    public async Task RequestAndReplyKeepTheirTurns()
    {
        await using var rep = new RepSocket();
        await using var req = new ReqSocket();
        req.Connect(rep.Bind("tcp://127.0.0.1:*"));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await req.ReceiveAsync(Within()));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await rep.SendAsync(Of("early"), Within()));
        await req.SendAsync(Of("1"), Within());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await req.SendAsync(Of("2"), Within()));
        await rep.ReceiveAsync(Within());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await rep.ReceiveAsync(Within()));
    }

    [Fact]
    public async Task DealerTalksToReplierAndRequesterToRouterWithEnvelopes()
    {
        await using var rep = new RepSocket();
        await using var dealer = new DealerSocket();
        dealer.Connect(rep.Bind("tcp://127.0.0.1:*"));
        await dealer.SendAsync(Of("no envelope"), Within());
        await dealer.SendAsync(Of("hop1", "hop2", "", "question"), Within());
        Assert.Equal("question", (await rep.ReceiveAsync(Within())).Text());
        await rep.SendAsync(Of("answer"), Within());
        Assert.Equal("hop1|hop2||answer", (await dealer.ReceiveAsync(Within())).Text());

        await using var router = new RouterSocket();
        await using var req = new ReqSocket { Identity = "asker"u8.ToArray() };
        req.Connect(router.Bind("tcp://127.0.0.1:*"));
        await req.SendAsync(Of("question"), Within());
        Assert.Equal("asker||question", (await router.ReceiveAsync(Within())).Text());
        await router.SendAsync(Of("asker", "no delimiter"), Within());
        await router.SendAsync(Of("asker", "", "answer"), Within());
        Assert.Equal("answer", (await req.ReceiveAsync(Within())).Text());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task SubscribersGetWhatTheySubscribedTo(string transport)
    {
        await using var pub = new PubSocket();
        await using var all = new SubSocket();
        await using var some = new SubSocket();
        var endpoint = pub.Bind(transport);
        all.Subscribe();
        all.Connect(endpoint);
        some.Connect(endpoint);
        some.Subscribe("b");
        await Until(() => pub.SubscriptionCount == 2, "subscriptions arrive");

        foreach (var topic in (string[])["a", "b", "bc"])
            await pub.SendAsync(Of(topic, "body"), Within());
        Assert.Equal("a|body", (await all.ReceiveAsync(Within())).Text());
        Assert.Equal("b|body", (await all.ReceiveAsync(Within())).Text());
        Assert.Equal("b|body", (await some.ReceiveAsync(Within())).Text());
        Assert.Equal("bc|body", (await some.ReceiveAsync(Within())).Text());

        some.Unsubscribe("b");
        some.Subscribe("z");
        await Until(() => { pub.TrySend(Of("z", "now")); return some.TryReceive(out var message) && message.Text() == "z|now"; },
            "the change takes effect");
    }

    [Fact]
    public async Task PublisherThatConnectsReachesABoundSubscriber()
    {
        await using var sub = new SubSocket();
        await using var pub = new PubSocket();
        sub.Subscribe("t");
        pub.Connect(sub.Bind("tcp://127.0.0.1:*"));
        await Until(() => pub.SubscriptionCount == 1, "subscription arrives");
        await pub.SendAsync(Of("t1"), Within());
        Assert.Equal("t1", (await sub.ReceiveAsync(Within())).Text());
    }

    [Fact]
    public async Task SubscriberIsWelcomed()
    {
        await using var pub = new PubSocket
        {
            Welcome = topic => new Multipart(topic, "welcome"u8.ToArray()),
        };
        await using var sub = new SubSocket();
        sub.Connect(pub.Bind("tcp://127.0.0.1:*"));
        sub.Subscribe("topic");
        Assert.Equal("topic|welcome", (await sub.ReceiveAsync(Within())).Text());
        await pub.SendAsync(Of("topic", "first"), Within());
        Assert.Equal("topic|first", (await sub.ReceiveAsync(Within())).Text());
    }

    [Fact]
    public async Task DealerTurnsFromPeerToPeer()
    {
        await using var dealer = new DealerSocket();
        await using var one = new DealerSocket();
        await using var two = new DealerSocket();
        var endpoint = dealer.Bind("tcp://127.0.0.1:*");
        one.Connect(endpoint);
        two.Connect(endpoint);
        await Until(() => dealer.PeerCount == 2, "both connect");
        for (var i = 0; i < 4; i++)
            await dealer.SendAsync(Of($"{i}"), Within());
        var first = (await one.ReceiveAsync(Within())).Text() + (await one.ReceiveAsync(Within())).Text();
        var second = (await two.ReceiveAsync(Within())).Text() + (await two.ReceiveAsync(Within())).Text();
        Assert.Equal(["02", "13"], new[] { first, second }.Order());
    }

    [Fact]
    public void BlockingCallsWorkWithoutThePool()
    {
        using var rep = new RepSocket();
        using var req = new ReqSocket();
        req.Connect(rep.Bind("tcp://127.0.0.1:*"));
        var replier = new Thread(() =>
        {
            for (var i = 0; i < 100; i++)
                rep.Send(rep.Receive(Within()), Within());
        });
        replier.Start();
        for (var i = 0; i < 100; i++)
        {
            req.Send(Of($"{i}"), Within());
            Assert.Equal($"{i}", req.Receive(Within()).Text());
        }

        replier.Join();
    }
}
