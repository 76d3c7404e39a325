using System.Collections.Concurrent;

namespace Qiansi.Text;

/// <summary>
/// Byte-pair encoding as in GPT-2: a text is cut into pieces, each piece's bytes are merged in the order in which the merges were learned.
/// With GPT-2's merges its tokens have GPT-2's numbers. Safe for several threads.
/// </summary>
/// <remarks>Special tokens have no text and are none here: what is written as <c>&lt;|endoftext|&gt;</c> is text like any other.</remarks>
public sealed class BytePairTokenizer : ITokenizer
{
    private const int MostCached = 1 << 16, LongestCached = 64;

    private readonly byte[][] _tokens;
    private readonly Dictionary<(int Left, int Right), int> _merged;
    private readonly ConcurrentDictionary<string, long[]> _cache = new();
    private readonly ConcurrentDictionary<string, long[]>.AlternateLookup<ReadOnlySpan<char>> _cached;
    private int _cacheCount;

    /// <summary>A tokenizer of merges.</summary>
    /// <param name="merges">The merges in the order in which they were learned; the first makes token 256, and so on.</param>
    /// <exception cref="ArgumentException">A merge is of tokens not there yet, does not make the next, or is there twice.</exception>
    public BytePairTokenizer(IEnumerable<BytePairMerge> merges)
    {
        Merges = [.. merges];
        var tokens = new List<byte[]>(ByteNames.Bytes.Select(b => (byte[])[b]));
        _merged = new(Merges.Count);
        foreach (var merge in Merges)
        {
            var next = tokens.Count;
            if (merge.Token != next || merge.Left < 0 || merge.Left >= next || merge.Right < 0 || merge.Right >= next
                || !_merged.TryAdd((merge.Left, merge.Right), next))
                throw new ArgumentException($"{merge} cannot be the merge that makes token {next}: it joins two tokens from 0 to "
                    + $"{next - 1}, and no two that were joined before", nameof(merges));
            tokens.Add([.. tokens[merge.Left], .. tokens[merge.Right]]);
        }

        _tokens = [.. tokens];
        _cached = _cache.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <inheritdoc />
    public int Count => _tokens.Length;

    /// <summary>The merges, in the order in which they were learned.</summary>
    public IReadOnlyList<BytePairMerge> Merges { get; }

    /// <summary>Learns a tokenizer of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">How many tokens, the 256 bytes included; fewer when the text has no more pairs to merge.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 256.</exception>
    public static BytePairTokenizer Train(string text, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 256);
        var training = new BytePairTraining(text);
        while (count-- > 256 && training.Step() is not null)
        {
        }

        return training.ToTokenizer();
    }

    /// <summary>The tokenizer that has these tokens, as tiktoken's files list GPT-2's; the merges are found from them.</summary>
    /// <param name="tokens">The bytes of each token by its number: first those of one byte, then those of several.</param>
    /// <exception cref="ArgumentException">A token is not two of those before it.</exception>
    public static BytePairTokenizer OfTokens(IEnumerable<byte[]> tokens)
    {
        var merged = new Dictionary<(int Left, int Right), int>();
        var merges = new List<BytePairMerge>();
        foreach (var (token, bytes) in tokens.Index().Skip(256))
        {
            // What the merges before it make of a token's bytes are the two it is merged of.
            var parts = MergeQueue.Merge(Array.ConvertAll(bytes, b => ByteNames.Tokens[b]), merged);
            if (parts is not [var left, var right] || !merged.TryAdd(((int)left, (int)right), token))
                throw new ArgumentException(
                    $"token {token}, {TokenNames.Of(bytes)}, is not a new pair of tokens before it", nameof(tokens));
            merges.Add(new((int)left, (int)right, token));
        }

        return new(merges);
    }

    /// <summary>
    /// Reads a file of merges as GPT-2 has it (<c>merges.txt</c>, <c>vocab.bpe</c>): two tokens a line, after a line of version.
    /// </summary>
    /// <exception cref="InvalidDataException">A line is not two tokens that were there before.</exception>
    public static BytePairTokenizer Load(string path) => MergesFile.Read(path);

    /// <summary>Writes the merges as <see cref="Load"/> reads them.</summary>
    public void Save(string path) => MergesFile.Write(path, this);

    /// <summary>The bytes of a token: part of a character, or one or several.</summary>
    /// <exception cref="ArgumentException">There is no such token.</exception>
    public ReadOnlyMemory<byte> BytesOf(long token) => Bytes(token);

    /// <summary>A token as a reader can see it: <c>␣the</c>; part of a character as its bytes, <c>⟨E4 BD⟩</c>.</summary>
    /// <exception cref="ArgumentException">There is no such token.</exception>
    public string NameOf(long token) => TokenNames.Of(Bytes(token));

    /// <inheritdoc />
    public long[] Encode(string text)
    {
        var tokens = new List<long>((text.Length / 3) + 4);
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var piece = rest[..WordCutter.First(rest)];
            if (!_cached.TryGetValue(piece, out var merged)) merged = Merge(piece);
            tokens.AddRange(merged);
            rest = rest[piece.Length..];
        }

        return [.. tokens];
    }

    /// <inheritdoc />
    public string Decode(IEnumerable<long> tokens)
    {
        using var bytes = new MemoryStream();
        foreach (var token in tokens) bytes.Write(Bytes(token));
        return Utf8.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private byte[] Bytes(long token) => token >= 0 && token < Count
        ? _tokens[token] : throw new ArgumentException($"{token} is no token; they are numbered from 0 to {Count - 1}");

    private long[] Merge(ReadOnlySpan<char> piece)
    {
        var bytes = Utf8.Encode(piece);
        var merged = MergeQueue.Merge(Array.ConvertAll(bytes, b => ByteNames.Tokens[b]), _merged);
        if (piece.Length <= LongestCached && Interlocked.Increment(ref _cacheCount) <= MostCached) _cached.TryAdd(piece, merged);
        return merged;
    }
}
