namespace Qiansi.Automata;

/// <summary>A deterministic finite automaton. Where no edge leads on, a word is not taken.</summary>
public sealed class Dfa
{
    /// <summary>No state.</summary>
    public const int None = -1;

    private readonly int[,] _next;

    /// <summary>An automaton.</summary>
    /// <param name="alphabet">Disjoint sets of characters; those of one set always lead to the same state.</param>
    /// <param name="next">State after a state (first index) and a set (second index), or <see cref="None"/>.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="accepting">The states in which a word may end.</param>
    /// <param name="names">What each state stands for, such as the states of another automaton.</param>
    public Dfa(IReadOnlyList<CharSet> alphabet, int[,] next, int start, IEnumerable<int> accepting, IReadOnlyList<string>? names = null)
    {
        (Alphabet, _next, Start, Accepting) = (alphabet, next, start, accepting.ToHashSet());
        Names = names ?? [.. Enumerable.Range(0, StateCount).Select(s => $"{s}")];
    }

    /// <summary>Number of states.</summary>
    public int StateCount => _next.GetLength(0);

    /// <summary>Where it begins.</summary>
    public int Start { get; }

    /// <summary>The states in which a word may end.</summary>
    public IReadOnlySet<int> Accepting { get; }

    /// <summary>Disjoint sets of characters that it tells apart.</summary>
    public IReadOnlyList<CharSet> Alphabet { get; }

    /// <summary>What each state stands for: <c>{0, 2, 5}</c>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Its edges, parallel ones as one.</summary>
    public IEnumerable<(int From, CharSet On, int To)> Edges =>
        from state in Enumerable.Range(0, StateCount)
        from set in Enumerable.Range(0, Alphabet.Count)
        where _next[state, set] != None
        group Alphabet[set] by (state, _next[state, set]) into parallel
        select (parallel.Key.state, parallel.Aggregate((a, b) => a.Union(b)), parallel.Key.Item2);

    /// <summary>The state after a state and a set of the alphabet, or <see cref="None"/>.</summary>
    public int Next(int state, int set) => _next[state, set];

    /// <summary>The state after a state and a character, or <see cref="None"/>.</summary>
    public int Next(int state, char c)
    {
        for (var set = 0; set < Alphabet.Count; set++)
        {
            if (Alphabet[set].Contains(c)) return _next[state, set];
        }

        return None;
    }

    /// <summary>Whether it takes a word.</summary>
    public bool Accepts(string word)
    {
        var state = Start;
        foreach (var c in word)
        {
            state = Next(state, c);
            if (state == None) return false;
        }

        return Accepting.Contains(state);
    }

    /// <summary>The smallest deterministic automaton of the same words (Hopcroft, 1971);
    /// its only one but for the numbers of states.</summary>
    public Dfa Minimized() => Minimization.Minimize(this);
}
