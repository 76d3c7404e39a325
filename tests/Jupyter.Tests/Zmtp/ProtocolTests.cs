using FsCheck;
using FsCheck.Fluent;
using Qiansi.Jupyter.Zmtp;
using Qiansi.Jupyter.Zmtp.Wire;

namespace Qiansi.Jupyter.Tests.Zmtp;

/// <summary>The state machines of the wire protocol, without sockets.</summary>
public sealed class ProtocolTests
{
    private static readonly int[] s_lengthsAtEdges =
        [0, 1, 2, 254, 255, 256, 4095, 4096, 4097, 65_535, 65_536, 65_537, 131_072, 131_073, 300_000];

    private static PeerProtocol Router(long maxMessageSize = 1 << 30) => new(SocketKind.Router, [], maxMessageSize);

    [Fact]
    public void MessagesSurviveAnyCutting()
    {
        var frame = Gen.OneOf(Gen.Choose(0, 600), Gen.Elements(s_lengthsAtEdges));
        var message = frame.NonEmptyListOf().Select(lengths => lengths.Take(12).ToArray());
        var messages = message.NonEmptyListOf().Select(list => list.Take(8).ToArray());
        Prop.ForAll(messages.Zip(Gen.Choose(0, int.MaxValue)).ToArbitrary(), input =>
        {
            var random = new Random(input.Item2);
            var sent = input.Item1.Select(lengths =>
            {
                var made = new Multipart();
                foreach (var length in lengths)
                {
                    var body = new byte[length];
                    random.NextBytes(body);
                    made.Add(body);
                }

                return made;
            }).ToList();

            int Cut(int available) => random.Next(4) == 0 ? 1 + random.Next(Math.Min(available, 5)) : 1 + random.Next(available);
            var protocol = Router();
            Assert.Empty(Streams.Decode(protocol, Streams.Hello(SocketKind.Dealer), Cut));
            var received = Streams.Decode(protocol, Streams.Encode(sent, Cut), Cut);
            Assert.Equal(sent.Count, received.Count);
            foreach (var (one, other) in sent.Zip(received))
            {
                Assert.Equal(one.Count, other.Count);
                foreach (var (a, b) in one.Zip(other))
                    Assert.True(a.Span.SequenceEqual(b.Span));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void MessageOfThousandsOfFramesSurvives()
    {
        var sent = new Multipart();
        for (var i = 0; i < 30_000; i++)
            sent.Add(new byte[i % 7]);
        var protocol = Router();
        Streams.Decode(protocol, Streams.Hello(SocketKind.Dealer), all => all);
        var received = Assert.Single(Streams.Decode(protocol, Streams.Encode([sent], all => all), all => all));
        Assert.Equal(sent.Select(frame => frame.Length), received.Select(frame => frame.Length));
    }

    [Theory]
    [InlineData("0100", "ZMTP 1.0 or no ZMTP")]
    [InlineData("474554202F20485454502F312E310D0A", "0x47")]
    [InlineData("FF0000000000000001 00", "ZMTP 1.0")]
    [InlineData("FF0000000000000001 7F 01", "ZMTP 2.0")]
    [InlineData("FF0000000000000001 7F 00", "ZMTP 1.0")]
    [InlineData("FF0000000000000001 7F 0300 504C41494E000000000000000000000000000000", "'PLAIN'")]
    public void ForeignGreetingsAreRefusedAsSoonAsTheyAreKnown(string hex, string reason)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", ""));
        var fault = Assert.Throws<ZmtpException>(() => Streams.Decode(Router(), bytes, _ => 1));
        Assert.Contains(reason, fault.Message);
    }

    [Fact]
    public void OwnGreetingIsVersion31WithNull()
    {
        var expected = "FF00000000000000007F0301" + "4E554C4C" + new string('0', 32) + new string('0', 64);
        Assert.Equal(expected, Convert.ToHexString(Router().Output.Span));
    }

    [Fact]
    public void AnnouncedLengthAllocatesNothingMuch()
    {
        var protocol = Router(maxMessageSize: 2_000_000_000);
        Streams.Decode(protocol, Streams.Hello(SocketKind.Dealer), all => all);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Streams.Decode(protocol, Convert.FromHexString("02" + "0000000070000000" + "00"), all => all);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300_000);
        protocol.Release();
    }

    [Theory]
    [InlineData("02FFFFFFFFFFFFFFFF", "18,446,744,073,709,551,615")]
    [InlineData("020000000000100000", "1,048,576")]
    [InlineData("060000000000020000", "command")]
    [InlineData("0800", "reserved bits")]
    [InlineData("0500", "several frames")]
    [InlineData("0401FF", "name")]
    [InlineData("0400", "name")]
    [InlineData("04050450494E47", "PING")]
    [InlineData("04080545 52524F52 0141", "'A'")]
    public void BadFramesAreRefused(string hex, string reason)
    {
        var protocol = Router(maxMessageSize: 1_000_000);
        Streams.Decode(protocol, Streams.Hello(SocketKind.Dealer), all => all);
        var fault = Assert.Throws<ZmtpException>(() => Streams.Decode(protocol, Convert.FromHexString(hex.Replace(" ", "")), _ => 1));
        Assert.Contains(reason, fault.Message);
    }

    [Fact]
    public void LimitHoldsForAllFramesOfAMessageTogether()
    {
        var protocol = Router(maxMessageSize: 1000);
        Streams.Decode(protocol, Streams.Hello(SocketKind.Dealer), all => all);
        Assert.Single(Streams.Decode(protocol, Streams.Encode([new Multipart(new byte[400], new byte[400])], all => all), all => all));
        Assert.Throws<ZmtpException>(() =>
            Streams.Decode(protocol, Streams.Encode([new Multipart(new byte[600], new byte[400])], all => all), all => all));

        var empties = Router(maxMessageSize: 1000);
        Streams.Decode(empties, Streams.Hello(SocketKind.Dealer), all => all);
        var endless = new byte[200];
        for (var i = 0; i < endless.Length; i += 2)
            endless[i] = FrameHeader.More;
        Assert.Throws<ZmtpException>(() => Streams.Decode(empties, endless, all => all));
    }

    [Fact]
    public void PingIsAnsweredWithItsContext()
    {
        var protocol = Router();
        Streams.Decode(protocol, Streams.Hello(SocketKind.Dealer), all => all);
        protocol.Output.Take();
        Streams.Decode(protocol, Streams.CommandFrame("PING", 0, 30, 1, 2, 3), all => all);
        Assert.Equal(Streams.CommandFrame("PONG", 1, 2, 3), protocol.Output.Take().ToArray());
        Assert.Equal(TimeSpan.FromSeconds(3), protocol.TimeToLive);
    }

    [Fact]
    public void BothFormsOfSubscriptionAreUnderstood()
    {
        var protocol = new PeerProtocol(SocketKind.Pub, [], 1 << 30);
        Streams.Decode(protocol, Streams.Hello(SocketKind.Sub, minor: 0), all => all);
        byte[] input =
        [
            .. Streams.Encode([new Multipart(new byte[] { 1, (byte)'a' })], all => all),
            .. Streams.CommandFrame("SUBSCRIBE", (byte)'b'),
            .. Streams.CommandFrame("CANCEL", (byte)'c'),
            .. Streams.Encode([new Multipart(new byte[] { 9 }), new Multipart(new byte[] { 0, (byte)'d' })], all => all),
        ];
        Assert.Equal("a b c d", string.Join(' ', Streams.Decode(protocol, input, _ => 1).Select(topic => topic.Text())));
    }

    [Fact]
    public void IncompatibleKindsAreToldSo()
    {
        var protocol = Router();
        var fault = Assert.Throws<ZmtpException>(() => Streams.Decode(protocol, Streams.Hello(SocketKind.Pub), all => all));
        Assert.Contains("the peer is a PUB, which a ROUTER cannot talk to", fault.Message);
        Assert.Contains("ERROR", System.Text.Encoding.Latin1.GetString(protocol.Output.Span));
    }
}
