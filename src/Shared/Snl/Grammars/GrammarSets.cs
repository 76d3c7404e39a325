namespace Qiansi.Snl.Grammars;

/// <summary>
/// First, Follow and Predict of a grammar, each the least solution of its equations (Aho, Lam, Sethi, Ullman, Compilers, 4.4.2).
/// </summary>
public sealed class GrammarSets
{
    private readonly HashSet<string> _nullable = [];
    private readonly Dictionary<string, HashSet<string>> _first;
    private readonly Dictionary<string, HashSet<string>> _follow;
    private readonly Dictionary<int, HashSet<string>> _predict;

    private GrammarSets(Grammar grammar)
    {
        Grammar = grammar;
        _first = grammar.Nonterminals.ToDictionary(n => n, _ => new HashSet<string>());
        _follow = grammar.Nonterminals.ToDictionary(n => n, _ => new HashSet<string>());
        Repeat(p => p.Right.All(_nullable.Contains) && _nullable.Add(p.Left));
        Repeat(p => Grow(_first[p.Left], FirstOf(p.Right)));
        _follow[grammar.Start].Add(Grammar.EndMark);
        Repeat(GrowFollow);
        _predict = grammar.Productions.ToDictionary(p => p.Number, PredictOf);
    }

    /// <summary>The grammar.</summary>
    public Grammar Grammar { get; }

    /// <summary>Computes the sets.</summary>
    public static GrammarSets Of(Grammar grammar) => new(grammar);

    /// <summary>Whether a nonterminal derives the empty word.</summary>
    public bool IsNullable(string nonterminal) => _nullable.Contains(nonterminal);

    /// <summary>The terminals that words of a nonterminal begin with (without ε; see <see cref="IsNullable"/>).</summary>
    public IReadOnlySet<string> First(string nonterminal) => _first[nonterminal];

    /// <summary>The terminals, and the end mark, that may stand after a nonterminal.</summary>
    public IReadOnlySet<string> Follow(string nonterminal) => _follow[nonterminal];

    /// <summary>
    /// The terminals at whose sight a production is taken: First of its right side, and Follow of its left side when the right side may be
    /// empty.
    /// </summary>
    /// <param name="production">The production's number.</param>
    public IReadOnlySet<string> Predict(int production) => _predict[production];

    /// <summary>A nonterminal that derives a row beginning with itself, or null.</summary>
    public string? LeftRecursive
    {
        get
        {
            var begins = Grammar.Nonterminals.ToDictionary(n => n, _ => new HashSet<string>());
            Repeat(p => Grow(begins[p.Left], Beginnings(p)));
            return Grammar.Nonterminals.FirstOrDefault(n => begins[n].Contains(n));

            IEnumerable<string> Beginnings(Production production)
            {
                foreach (var symbol in production.Right.TakeWhile(Grammar.IsNonterminal))
                {
                    yield return symbol;
                    foreach (var first in begins[symbol].ToList()) yield return first;
                    if (!_nullable.Contains(symbol)) yield break;
                }
            }
        }
    }

    /// <summary>The terminals that words of a row of symbols begin with.</summary>
    public IReadOnlySet<string> FirstOf(IEnumerable<string> symbols)
    {
        var first = new HashSet<string>();
        foreach (var symbol in symbols)
        {
            if (!Grammar.IsNonterminal(symbol))
            {
                first.Add(symbol);
                break;
            }

            first.UnionWith(_first[symbol]);
            if (!_nullable.Contains(symbol)) break;
        }

        return first;
    }

    private HashSet<string> PredictOf(Production production)
    {
        var predict = new HashSet<string>(FirstOf(production.Right));
        if (production.Right.All(_nullable.Contains)) predict.UnionWith(_follow[production.Left]);
        return predict;
    }

    private bool GrowFollow(Production production)
    {
        var grew = false;
        for (var i = 0; i < production.Right.Count; i++)
        {
            if (!Grammar.IsNonterminal(production.Right[i])) continue;
            var rest = production.Right.Skip(i + 1).ToList();
            grew |= Grow(_follow[production.Right[i]], FirstOf(rest));
            if (rest.All(_nullable.Contains)) grew |= Grow(_follow[production.Right[i]], _follow[production.Left]);
        }

        return grew;
    }

    private static bool Grow(HashSet<string> set, IEnumerable<string> more)
    {
        var before = set.Count;
        set.UnionWith(more);
        return set.Count > before;
    }

    /// <summary>Applies a rule to all productions until nothing grows.</summary>
    private void Repeat(Func<Production, bool> grow)
    {
        while (Grammar.Productions.Aggregate(false, (grew, p) => grow(p) | grew))
        {
        }
    }
}
