using Qiansi.Jupyter.Messages;

namespace Qiansi.Jupyter.Tests.Messages;

/// <summary>Damaged messages: each is either read or refused with a <see cref="MessageFormatException"/>, nothing else happens.</summary>
public sealed class FuzzTests
{
    internal static readonly string[] Json =
    [
        "", "{", "}", "[]", "null", "1e999", "\"\\ud800\"", "{\"a\":", "{\"a\":1,}", "{\"\\ud800\":1}", "{\"code\":\"\\udc00\"}",
        "{\"code\":null}", "{\"code\":{}}",
        "{\"msg_id\":1}", "{\"msg_id\":\"x\"}", "{\"status\":7}", "{\"data\":[]}", "{\"data\":{\"text/plain\":[1]}}", "{\"history\":[[1]]}",
        "{\"comms\":{\"a\":1}}", "\u0000", "//",
    ];

    [Fact]
    public void Damaged_frames_are_read_or_refused()
    {
        var random = new Random(20_26);
        var codec = new MessageCodec(new(""));
        var signing = new MessageCodec(new("key"));
        var good = RandomMessages.ContentTypes.SelectMany(t =>
            Enumerable.Range(0, 4).Select(i => codec.Encode(new RandomMessages(i).Message(t)).ToArray())).ToArray();
        int read = 0, refused = 0;
        for (var i = 0; i < 120_000; i++)
        {
            var frames = Damage(random, good[random.Next(good.Length)]);
            // With a key no damaged message may pass; without one all of the reader is exercised.
            if (i % 8 == 0)
            {
                Assert.Throws<MessageFormatException>(() => signing.Decode(frames));
                continue;
            }
            try
            {
                codec.Decode(frames);
                read++;
            }
            catch (MessageFormatException)
            {
                refused++;
            }
        }
        Assert.True(read > 10_000 && refused > 10_000,
            $"read {read}, refused {refused}: the damage is too mild or too harsh to test anything");
    }

    [Fact]
    public void Deep_nesting_is_refused_without_exhausting_the_stack()
    {
        var deep = System.Text.Encoding.ASCII.GetBytes("{\"code\":" + new string('[', 1_000_000));
        ReadOnlyMemory<byte>[] frames = ["<IDS|MSG>"u8.ToArray(), new byte[0],
            """{"msg_id":"1","msg_type":"execute_request"}"""u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(), deep];
        Assert.Throws<MessageFormatException>(() => new MessageCodec(new("")).Decode(frames));
    }

    internal static ReadOnlyMemory<byte>[] Damage(Random random, ReadOnlyMemory<byte>[] good)
    {
        var frames = good.ToList();
        for (var n = random.Next(1, 3); n > 0 && frames.Count > 0; n--)
        {
            var at = random.Next(frames.Count);
            var bytes = frames[at].ToArray();
            switch (random.Next(7))
            {
                case 0 when bytes.Length > 0:
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                    frames[at] = bytes;
                    break;
                case 1:
                    frames[at] = bytes[..random.Next(bytes.Length + 1)];
                    break;
                case 2:
                    frames.RemoveAt(at);
                    break;
                case 3:
                    frames.Insert(at, frames[random.Next(frames.Count)]);
                    break;
                case 4:
                    frames[at] = System.Text.Encoding.UTF8.GetBytes(Json[random.Next(Json.Length)]);
                    break;
                case 5:
                    random.NextBytes(bytes);
                    frames[at] = bytes;
                    break;
                default:
                    var other = random.Next(frames.Count);
                    (frames[at], frames[other]) = (frames[other], frames[at]);
                    break;
            }
        }
        return [.. frames];
    }
}
