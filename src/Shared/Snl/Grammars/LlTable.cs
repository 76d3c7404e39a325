namespace Qiansi.Snl.Grammars;

/// <summary>The table of an LL(1) parser: which production a nonterminal becomes at the sight of a terminal.</summary>
public sealed class LlTable
{
    private readonly Dictionary<(string, string), Production> _cells = [];

    private LlTable(GrammarSets sets)
    {
        Sets = sets;
        var conflicts = new Dictionary<(string, string), List<Production>>();
        foreach (var production in sets.Grammar.Productions)
        {
            foreach (var terminal in sets.Predict(production.Number))
            {
                var cell = (production.Left, terminal);
                if (_cells.TryAdd(cell, production)) continue;
                if (!conflicts.TryGetValue(cell, out var wanting)) conflicts[cell] = wanting = [_cells[cell]];
                wanting.Add(production);
            }
        }

        Conflicts = [.. conflicts.Select(c => new Conflict(c.Key.Item1, c.Key.Item2, c.Value))];
    }

    /// <summary>The grammar's sets, from which it is built.</summary>
    public GrammarSets Sets { get; }

    /// <summary>The grammar.</summary>
    public Grammar Grammar => Sets.Grammar;

    /// <summary>The number of cells that hold a production.</summary>
    public int Entries => _cells.Count;

    /// <summary>The cells that more than one production wants; none when the grammar is LL(1).</summary>
    public IReadOnlyList<Conflict> Conflicts { get; }

    /// <summary>The production of a cell, or null: an error.</summary>
    public Production? this[string nonterminal, string terminal] => _cells.GetValueOrDefault((nonterminal, terminal));

    /// <summary>Builds the table of a grammar.</summary>
    public static LlTable Of(Grammar grammar) => new(GrammarSets.Of(grammar));
}
