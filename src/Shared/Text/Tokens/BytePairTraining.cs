namespace Qiansi.Text;

/// <summary>
/// Byte-pair encoding, learned one merge at a time (Sennrich, Haddow and Birch 2016; over bytes as in GPT-2): of all pairs of tokens that
/// stand side by side, the most frequent becomes a token of its own; of equally frequent ones that with the smaller numbers.
/// </summary>
/// <remarks>Pairs are counted within pieces of the text, never across: a word and the space before it, a number, a run of signs.</remarks>
public sealed class BytePairTraining
{
    private readonly List<Word> _words;
    private readonly List<BytePairMerge> _merges = [];
    private readonly List<byte[]> _tokens = [.. ByteNames.Bytes.Select(b => (byte[])[b])];
    private readonly Dictionary<(int Left, int Right), Pair> _pairs = [];
    private readonly PriorityQueue<(int Left, int Right), (long, int, int)> _frequent = new();

    /// <summary>A text whose tokens are its bytes so far.</summary>
    public BytePairTraining(string text)
    {
        var counts = new Dictionary<string, long>();
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var piece = rest[..WordCutter.First(rest)];
            lookup[piece] = lookup.TryGetValue(piece, out var count) ? count + 1 : 1;
            rest = rest[piece.Length..];
        }

        _words = [.. counts.Select(p => new Word([.. Utf8.Encode(p.Key).Select(b => ByteNames.Tokens[b])], p.Value))];
        Length = _words.Sum(w => w.Count * w.Tokens.Count);
        foreach (var word in _words) Change(word, 1);
        foreach (var (pair, found) in _pairs) Enqueue(pair, found.Count);
    }

    /// <summary>How many tokens the text has now.</summary>
    public long Length { get; private set; }

    /// <summary>The tokenizer of the merges so far.</summary>
    public BytePairTokenizer ToTokenizer() => new(_merges);

    /// <summary>Makes the next merge.</summary>
    /// <returns>What was merged; null when no pair is left that stands in the text twice.</returns>
    public BytePairStep? Step()
    {
        while (_frequent.TryDequeue(out var pair, out var order))
        {
            // Each change of a count enqueued the pair again: an entry whose count has passed is skipped.
            if (!_pairs.TryGetValue(pair, out var found) || found.Count != -order.Item1) continue;
            return found.Count < 2 ? null : Merge(pair, found);
        }

        return null;
    }

    /// <summary>Makes merges, one at each step of the enumeration, as long as pairs are left.</summary>
    /// <param name="merges">How many at most.</param>
    public IEnumerable<BytePairStep> Steps(int merges)
    {
        for (var i = 0; i < merges && Step() is { } step; i++) yield return step;
    }

    private BytePairStep Merge((int Left, int Right) pair, Pair found)
    {
        var (token, count) = (_tokens.Count, found.Count);
        var changed = new HashSet<(int, int)>();
        foreach (var word in found.Words)
        {
            if (!word.Has(pair)) continue;
            changed.UnionWith(word.Pairs);
            Change(word, -1);
            Length -= word.Count * word.Merge(pair, token);
            Change(word, 1);
            changed.UnionWith(word.Pairs);
        }

        changed.Remove(pair);
        _pairs.Remove(pair);
        foreach (var other in changed) Enqueue(other, _pairs[other].Count);
        _tokens.Add([.. _tokens[pair.Left], .. _tokens[pair.Right]]);
        _merges.Add(new(pair.Left, pair.Right, token));
        return new(Name(pair.Left), Name(pair.Right), token, count, Length);
    }

    private string Name(int token) => TokenNames.Of(_tokens[token]);

    private void Enqueue((int Left, int Right) pair, long count)
    {
        if (count > 0) _frequent.Enqueue(pair, (-count, pair.Left, pair.Right));
    }

    private void Change(Word word, int sign)
    {
        foreach (var pair in word.Pairs)
        {
            if (!_pairs.TryGetValue(pair, out var found)) _pairs[pair] = found = new Pair();
            found.Count += sign * word.Count;
            if (sign > 0) found.Words.Add(word);
        }
    }

    private sealed class Pair
    {
        public long Count { get; set; }

        /// <summary>Words that have the pair, or had it.</summary>
        public HashSet<Word> Words { get; } = [];
    }

    private sealed class Word(List<int> tokens, long count)
    {
        public List<int> Tokens => tokens;

        public long Count => count;

        public IEnumerable<(int, int)> Pairs => tokens.Zip(tokens.Skip(1));

        public bool Has((int, int) pair) => Pairs.Contains(pair);

        /// <returns>How many tokens fewer there are.</returns>
        public int Merge((int Left, int Right) pair, int token)
        {
            var (kept, before) = (0, tokens.Count);
            for (var i = 0; i < before; kept++)
            {
                var isPair = i + 1 < before && tokens[i] == pair.Left && tokens[i + 1] == pair.Right;
                tokens[kept] = isPair ? token : tokens[i];
                i += isPair ? 2 : 1;
            }

            tokens.RemoveRange(kept, before - kept);
            return before - kept;
        }
    }
}
