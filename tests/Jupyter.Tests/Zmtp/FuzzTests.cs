using Qiansi.Jupyter.Zmtp;
using Qiansi.Jupyter.Zmtp.Wire;

namespace Qiansi.Jupyter.Tests.Zmtp;

/// <summary>Random and mutated bytes against greeting, handshake and frames: refused or understood, never anything else.</summary>
public sealed class FuzzTests
{
    private static readonly SocketKind[] s_kinds =
        [SocketKind.Router, SocketKind.Dealer, SocketKind.Pub, SocketKind.Sub, SocketKind.Rep, SocketKind.Req];

    [Theory, InlineData(1), InlineData(2)]
    public void HundredThousandInputsAreRefusedOrUnderstood(int seed)
    {
        const int Inputs = 60_000;
        var random = new Random(seed);
        int refused = 0, ready = 0, messages = 0;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        long fed = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var kind = s_kinds[i % s_kinds.Length];
            var bytes = Make(random, kind);
            fed += bytes.Length;
            var protocol = new PeerProtocol(kind, [], 1_000_000_000);
            try
            {
                messages += Streams.Decode(protocol, bytes, available => 1 + random.Next(available)).Count;
            }
            catch (ZmtpException)
            {
                refused++;
            }

            if (protocol.IsReady)
                ready++;
            protocol.Release();
        }

        // The fuzzing must reach every stage, and memory must follow the bytes fed, not the lengths they announce.
        Assert.InRange(refused, Inputs / 10, Inputs);
        Assert.InRange(ready, Inputs / 10, Inputs);
        Assert.InRange(messages, Inputs / 10, long.MaxValue);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 20 * fed + Inputs * 20_000L);
    }

    /// <summary>A valid stream, most often with some bytes changed, left out, repeated or put in; at times mere noise.</summary>
    internal static byte[] Make(Random random, SocketKind local)
    {
        if (random.Next(20) == 0)
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            if (noise.Length > 0 && random.Next(2) == 0)
                noise[0] = 0xFF;
            return noise;
        }

        List<byte> bytes = [.. Valid(random, local)];
        for (var mutations = random.Next(4); mutations > 0 && bytes.Count > 0; mutations--)
        {
            // Half of the changes come after the greeting, which would else hide what follows.
            var from = bytes.Count > Greeting.Length && random.Next(8) > 0 ? Greeting.Length : 0;
            var at = from + random.Next(bytes.Count - from);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, Enumerable.Range(0, random.Next(1, 9)).Select(_ => (byte)random.Next(256)));
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Valid(Random random, SocketKind local)
    {
        var remote = s_kinds.First(kind => local.MayTalkTo(kind));
        List<byte> bytes = [.. Streams.Hello(remote, (byte)random.Next(2), random.Next(2) == 0 ? "" : $"id{random.Next(3)}")];
        for (var i = random.Next(6); i > 0; i--)
        {
            bytes.AddRange(random.Next(6) switch
            {
                0 => Streams.CommandFrame("PING", 0, 0, 7),
                1 => Streams.CommandFrame(random.Next(2) == 0 ? "SUBSCRIBE" : "CANCEL", (byte)random.Next(3)),
                2 => Streams.Encode([new Multipart(new byte[] { 1, 2 })], all => all),
                3 => Streams.Encode([new Multipart(ReadOnlyMemory<byte>.Empty, new byte[random.Next(600)])], all => all),
                _ => Streams.Encode([new Multipart("id1"u8.ToArray(), ReadOnlyMemory<byte>.Empty, new byte[random.Next(40)])], all => all),
            });
        }

        return [.. bytes];
    }
}
