namespace Qiansi.Publishing.Code;

/// <summary>What colours need to know of a language: its words, its comments and its texts.</summary>
internal sealed record Grammar
{
    /// <summary>Names and aliases, lower case.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Reserved words, separated by spaces.</summary>
    public string Words { get; init; } = "";

    /// <summary>What opens a comment that ends with the line.</summary>
    public IReadOnlyList<string> LineComments { get; init; } = [];

    /// <summary>What opens and what closes a comment over lines.</summary>
    public IReadOnlyList<(string Open, string Close)> BlockComments { get; init; } = [];

    /// <summary>What opens and closes a text; the longest first.</summary>
    public IReadOnlyList<string> Quotes { get; init; } = ["\"", "'"];

    /// <summary>Quotes whose text may go on over lines.</summary>
    public IReadOnlyList<string> MultilineQuotes { get; init; } = [];

    /// <summary>Whether a backslash in a text takes the next character along.</summary>
    public bool BackslashEscapes { get; init; } = true;

    /// <summary>Whether case matters in words.</summary>
    public bool IgnoreCase { get; init; }

    /// <summary>Whether a text before a colon is the name of a member, as in JSON.</summary>
    public bool TextsNameMembers { get; init; }

    /// <summary>What may start a word besides letters.</summary>
    public string WordStarts { get; init; } = "_";
}
