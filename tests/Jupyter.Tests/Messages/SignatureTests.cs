using System.Security.Cryptography;
using System.Text;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Jupyter.Tests.Messages;

public sealed class SignatureTests
{
    private static readonly Message Sample = new(MessageHeader.Create("status", "s", "u"), null, new StatusContent("busy"));

    [Fact]
    public void The_signature_is_hmac_sha256_of_the_four_parts_in_hex()
    {
        var frames = new MessageCodec(new("a-key")).Encode(Sample);
        var signed = frames.Skip(2).SelectMany(f => f.ToArray()).ToArray();
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData("a-key"u8, signed)), Encoding.ASCII.GetString(frames[1].Span));
    }

    [Fact]
    public void An_empty_key_neither_signs_nor_checks()
    {
        var frames = new MessageCodec(new("")).Encode(Sample);
        Assert.Equal(0, frames[1].Length);
        Assert.IsType<StatusContent>(new MessageCodec(new("")).Decode(new MessageCodec(new("other")).Encode(Sample)).Content);
    }

    [Fact]
    public void An_unsigned_message_is_refused()
    {
        var frames = new MessageCodec(new("")).Encode(Sample);
        var error = Assert.Throws<MessageFormatException>(() => new MessageCodec(new("key")).Decode(frames));
        Assert.Contains("not signed", error.Message);
    }

    [Fact]
    public void Every_flipped_bit_is_noticed()
    {
        var codec = new MessageCodec(new("key"));
        var frames = codec.Encode(Sample);
        for (var f = 1; f < frames.Count; f++)
        {
            for (var bit = 0; bit < frames[f].Length * 8; bit++)
            {
                var changed = frames.ToArray();
                var bytes = changed[f].ToArray();
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                changed[f] = bytes;
                // Hex digits may be upper case: that is the one change which leaves the signature right.
                if (f == 1 && char.ToLowerInvariant((char)bytes[bit / 8]) == (char)frames[f].Span[bit / 8]) continue;
                Assert.Throws<MessageFormatException>(() => codec.Decode(changed));
            }
        }
    }
}
