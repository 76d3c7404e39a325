using System.Globalization;

namespace Qiansi.Snl.Grammars;

/// <summary>A context-free grammar.</summary>
public sealed class Grammar
{
    /// <summary>The mark after the last token, in sets and tables.</summary>
    public const string EndMark = "#";

    private readonly HashSet<string> _nonterminals;

    /// <summary>Takes productions; the first one's left side is the start symbol, and what is never on a left side is a terminal.</summary>
    /// <exception cref="ArgumentException">There is no production, or two have one number.</exception>
    public Grammar(IEnumerable<Production> productions)
    {
        Productions = [.. productions];
        if (Productions.Count == 0) throw new ArgumentException("a grammar needs at least one production");
        if (Productions.GroupBy(p => p.Number).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"two productions have the number {twice.Key}: {string.Join(" and ", twice)}");
        Nonterminals = [.. Productions.Select(p => p.Left).Distinct()];
        _nonterminals = [.. Nonterminals];
        Terminals = [.. Productions.SelectMany(p => p.Right).Where(s => !_nonterminals.Contains(s)).Distinct()];
    }

    /// <summary>The productions, in order.</summary>
    public IReadOnlyList<Production> Productions { get; }

    /// <summary>The symbol that derives programs.</summary>
    public string Start => Productions[0].Left;

    /// <summary>The nonterminals, in the order they are defined.</summary>
    public IReadOnlyList<string> Nonterminals { get; }

    /// <summary>The terminals, in the order they occur.</summary>
    public IReadOnlyList<string> Terminals { get; }

    /// <summary>Whether a symbol is a nonterminal.</summary>
    public bool IsNonterminal(string symbol) => _nonterminals.Contains(symbol);

    /// <summary>
    /// Reads a grammar: one production a line, <c>Left → symbols</c> with spaces between, <c>ε</c> or nothing for the empty word, <c>|</c>
    /// between alternatives, <c>-&gt;</c> or <c>::=</c> for the arrow.
    /// A number in front (<c>12 Left → …</c>) is kept; otherwise productions count on.
    /// </summary>
    /// <exception cref="FormatException">A line has no arrow or no single symbol before it.</exception>
    public static Grammar Parse(string text)
    {
        var productions = new List<Production>();
        var next = 1;
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var arrow = Array.FindIndex(words, w => w is "→" or "->" or "::=");
            var numbered = arrow == 2 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out next);
            if (arrow != (numbered ? 2 : 1)) throw new FormatException($"not a production: '{line}' (write: Left → symbols)");
            var right = new List<string>();
            foreach (var word in words[(arrow + 1)..].Append("|"))
            {
                if (word != "|")
                {
                    if (word != "ε") right.Add(word);
                    continue;
                }

                productions.Add(new(next++, words[arrow - 1], [.. right]));
                right.Clear();
            }
        }

        return new(productions);
    }

    /// <summary>
    /// This grammar with one production put in another's place, or added when none has its number: to see what a change breaks.
    /// </summary>
    public Grammar With(Production production) => new(Productions.Any(p => p.Number == production.Number)
        ? Productions.Select(p => p.Number == production.Number ? production : p)
        : Productions.Append(production));
}
