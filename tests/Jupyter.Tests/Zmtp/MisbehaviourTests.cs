using System.Collections.Concurrent;
using System.Text;
using Qiansi.Jupyter.Zmtp;
using Qiansi.Jupyter.Zmtp.Wire;
using static Qiansi.Jupyter.Tests.Zmtp.Messages;

namespace Qiansi.Jupyter.Tests.Zmtp;

/// <summary>Peers that break the rules, or vanish: they are cut off and named, and nobody else notices.</summary>
public sealed class MisbehaviourTests : IAsyncDisposable
{
    private readonly RouterSocket _router = new() { MaxMessageSize = 1_000_000 };
    private readonly DealerSocket _honest = new() { Identity = "honest"u8.ToArray() };
    private readonly ConcurrentQueue<string> _faults = [];

    public MisbehaviourTests() => _router.PeerFaulted += fault => _faults.Enqueue(fault.Message);

    public async ValueTask DisposeAsync()
    {
        await _honest.DisposeAsync();
        await _router.DisposeAsync();
    }

    [Theory]
    [InlineData("0100", "ZMTP 1.0")]
    [InlineData("FF00000000000000017F01", "ZMTP 2.0")]
    [InlineData("474554202F", "no ZMTP at all")]
    public async Task OldAndForeignPeersAreRefused(string hex, string reason)
    {
        var endpoint = Bind();
        using var peer = RawPeer.Connect(endpoint);
        peer.Send(Convert.FromHexString(hex));
        peer.ReadToEnd();
        await Faulted(reason);
        await HonestPeerIsServed(endpoint);
    }

    [Fact]
    public async Task OtherMechanismIsRefused()
    {
        var endpoint = Bind();
        using var peer = RawPeer.Connect(endpoint);
        peer.Send(Streams.Hello(SocketKind.Dealer, mechanism: "CURVE"));
        peer.ReadToEnd();
        await Faulted("'CURVE'");
        await HonestPeerIsServed(endpoint);
    }

    [Fact]
    public async Task IncompatibleKindIsToldSo()
    {
        using var peer = RawPeer.Connect(Bind());
        peer.Send(Streams.Hello(SocketKind.Sub));
        Assert.Contains("ERROR", Encoding.Latin1.GetString(peer.ReadToEnd()));
        await Faulted("the peer is a SUB");
    }

    [Fact]
    public async Task FrameOverTheLimitEndsTheConnection()
    {
        var endpoint = Bind();
        using var peer = RawPeer.Greet(endpoint, SocketKind.Dealer);
        peer.Send([2, 0, 0, 0, 0, 0, 16, 0, 0]);
        peer.ReadToEnd();
        await Faulted("1,048,576 bytes");
        await HonestPeerIsServed(endpoint);
    }

    [Fact]
    public async Task SilentPeerIsGivenUpAfterTheHandshakeTimeout()
    {
        _router.HandshakeTimeout = TimeSpan.FromMilliseconds(100);
        var endpoint = Bind();
        using var peer = RawPeer.Connect(endpoint);
        using var half = RawPeer.Connect(endpoint);
        half.Send(Streams.Hello(SocketKind.Dealer).AsSpan(0, 70));
        peer.ReadToEnd();
        half.ReadToEnd();
        await Faulted("no handshake within 0.1 s");
        await HonestPeerIsServed(endpoint);
    }

    [Fact]
    public async Task ConnectionsOverTheLimitAreTurnedAway()
    {
        _router.MaxConnections = 2;
        var endpoint = Bind();
        using var one = RawPeer.Greet(endpoint, SocketKind.Dealer);
        using (var two = RawPeer.Greet(endpoint, SocketKind.Dealer))
        {
            using var three = RawPeer.Connect(endpoint);
            Assert.Empty(three.ReadToEnd());
            await Faulted("2 connections are open, which is MaxConnections");
        }

        await HonestPeerIsServed(endpoint);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task PeerThatVanishesInsideAFrameIsForgotten(bool reset)
    {
        var endpoint = Bind();
        var peer = RawPeer.Greet(endpoint, SocketKind.Dealer, identity: "gone");
        peer.Send(new Multipart("whole"u8.ToArray()));
        Assert.Equal("gone|whole", (await _router.ReceiveAsync(Within())).Text());
        peer.Send([1, 1, (byte)'p', 2, 0, 0, 0, 0, 0, 8, 0, 0, .. new byte[200_000]]);
        if (reset)
            peer.Vanish();
        else
            peer.Dispose();
        await Until(() => _router.PeerCount == 0, "the peer is gone");
        await _router.SendAsync(Of("gone", "dropped"), Within());
        await HonestPeerIsServed(endpoint);
        Assert.False(_router.TryReceive(out _), "half a message must not arrive");
    }

    [Fact]
    public async Task PingIsAnsweredAndItsTimeToLiveHeld()
    {
        using var peer = RawPeer.Greet(Bind(), SocketKind.Dealer);
        peer.Send(Streams.CommandFrame("PING", 0, 0, 5));
        Assert.Equal("\u0004PONG\u0005", Encoding.Latin1.GetString(peer.ReadFrame().Body));
        peer.Send(Streams.CommandFrame("PING", 0, 2));
        Assert.Equal("\u0004PONG", Encoding.Latin1.GetString(peer.ReadFrame().Body));
        Assert.Empty(peer.ReadToEnd());
        await Faulted("silent for longer than the 0.2 s");
    }

    [Fact]
    public async Task FloodOfPingsIsNotBuffered()
    {
        var endpoint = Bind();
        using var peer = RawPeer.Greet(endpoint, SocketKind.Dealer);
        var ping = Streams.CommandFrame("PING", [0, 0, .. new byte[16]]);
        var flood = Enumerable.Repeat(ping, 4000).SelectMany(bytes => bytes).ToArray();
        var sender = Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
                peer.Send(flood);
        }, Within());
        await HonestPeerIsServed(endpoint);
        var pong = Streams.CommandFrame("PONG", new byte[16]);
        Assert.Equal(pong, peer.Read(200 * 4000 * pong.Length)[^pong.Length..]);
        await sender;
    }

    [Fact]
    public async Task Version30IsSpokenBothWays()
    {
        await using var pub = new PubSocket();
        using var subscriber = RawPeer.Greet(pub.Bind("tcp://127.0.0.1:*"), SocketKind.Sub, minor: 0);
        subscriber.Send(new Multipart("\u0001t"u8.ToArray()));
        await Until(() => pub.SubscriptionCount == 1, "the message subscribes");
        await pub.SendAsync(Of("topic"), Within());
        Assert.Equal("topic", Encoding.UTF8.GetString(subscriber.ReadFrame().Body));
        subscriber.Send(new Multipart("\u0000t"u8.ToArray()));
        await Until(() => pub.SubscriptionCount == 0, "the message takes it back");

        await using var sub = new SubSocket();
        sub.Subscribe("a");
        using var publisher = RawPeer.Connect(sub.Bind("tcp://127.0.0.1:*"));
        publisher.Send(Streams.Hello(SocketKind.Pub, minor: 0));
        publisher.Handshake();
        var (flags, body) = publisher.ReadFrame();
        Assert.Equal((0, "\u0001a"), (flags, Encoding.UTF8.GetString(body)));
        sub.Unsubscribe("a");
        Assert.Equal("\0a", Encoding.UTF8.GetString(publisher.ReadFrame().Body));
    }

    private string Bind() => _router.Bind("tcp://127.0.0.1:*");

    private Task Faulted(string reason) =>
        Until(() => _faults.Any(fault => fault.Contains(reason)), $"a fault about '{reason}', got: {string.Join("; ", _faults)}");

    private async Task HonestPeerIsServed(string endpoint)
    {
        _honest.Connect(endpoint);
        await _honest.SendAsync(Of("hello"), Within());
        Assert.Equal("honest|hello", (await _router.ReceiveAsync(Within())).Text());
        await _router.SendAsync(Of("honest", "welcome"), Within());
        Assert.Equal("welcome", (await _honest.ReceiveAsync(Within())).Text());
    }
}
