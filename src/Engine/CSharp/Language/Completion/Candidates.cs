namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>Collects what could be inserted, keeps what matches the typed prefix, and puts it in order.</summary>
internal sealed class Candidates(string prefix)
{
    private readonly Dictionary<string, Entry> _entries = [];

    /// <summary>Whether something starts with what was typed.</summary>
    public bool HasPrefixMatch { get; private set; }

    /// <summary>What was typed.</summary>
    public string Prefix => prefix;

    /// <summary>Adds a symbol under its own name.</summary>
    public void Add(ISymbol symbol, Rank rank) => Add(Escape(symbol.Name), symbol.Name, SymbolWords.KindOf(symbol), rank, symbol, "");

    /// <summary>Adds a symbol under another text.</summary>
    public void Add(ISymbol symbol, Rank rank, string text, string matched) =>
        Add(text, matched, SymbolWords.KindOf(symbol), rank, symbol, "");

    /// <summary>Adds a word that is no symbol.</summary>
    public void Add(string text, string kind, Rank rank, string description = "") => Add(text, text, kind, rank, null, description);

    /// <summary>Adds a word that is no symbol, found under another name.</summary>
    public void Add(string text, string matched, string kind, Rank rank, string description) =>
        Add(text, matched, kind, rank, null, description);

    /// <summary>The items, best first.</summary>
    public IReadOnlyList<CompletionItem> ToItems(SemanticModel model, int position, CancellationToken cancellation)
    {
        Entry[] ordered = [.. _entries.Values];
        Array.Sort(ordered, Compare);
        var items = new CompletionItem[ordered.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (i % 64 == 0) cancellation.ThrowIfCancellationRequested();
            var entry = ordered[i];
            var description =
                entry.Symbol is null ? entry.Description : SymbolWords.Describe(entry.Symbol, entry.Others, model, position);
            items[i] = new CompletionItem(entry.Text, entry.Kind, description);
        }

        return items;
    }

    /// <summary>A name as it must be written: keywords with <c>@</c>.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private void Add(string text, string matched, string kind, Rank rank, ISymbol? symbol, string description)
    {
        var quality = NameMatch.Match(matched, prefix);
        if (quality == MatchQuality.None) return;
        if (quality <= MatchQuality.PrefixAnyCase) HasPrefixMatch = true;

        if (!_entries.TryGetValue(text, out var known))
            _entries.Add(text, new Entry(text, kind, rank, quality, symbol, description));
        else if (rank < known.Rank || (known.Symbol is null && symbol is not null && rank == known.Rank))
            _entries[text] = new Entry(text, kind, rank, quality, symbol, description) { Others = known.Others };
        else if (symbol is not null && known.Symbol?.Kind == symbol.Kind)
            known.Others++;
    }

    private static int Compare(Entry a, Entry b)
    {
        var order = a.Quality.CompareTo(b.Quality);
        if (order == 0) order = a.Rank.CompareTo(b.Rank);
        if (order == 0) order = string.Compare(a.Text, b.Text, StringComparison.OrdinalIgnoreCase);
        return order == 0 ? string.CompareOrdinal(a.Text, b.Text) : order;
    }

    private sealed record Entry(string Text, string Kind, Rank Rank, MatchQuality Quality, ISymbol? Symbol, string Description)
    {
        public int Others { get; set; }
    }
}
