namespace Qiansi.Automata;

/// <summary>A nondeterministic finite automaton with ε-edges.</summary>
public sealed class Nfa
{
    private readonly ILookup<int, NfaEdge> _from;

    /// <summary>An automaton.</summary>
    /// <param name="stateCount">Number of states, numbered from 0.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="accepting">The states in which a word may end.</param>
    /// <param name="edges">Its edges.</param>
    /// <exception cref="ArgumentOutOfRangeException">A state is not there.</exception>
    public Nfa(int stateCount, int start, IEnumerable<int> accepting, IReadOnlyList<NfaEdge> edges)
    {
        (StateCount, Start, Accepting, Edges) = (stateCount, start, accepting.ToHashSet(), edges);
        foreach (var state in edges.SelectMany(e => (int[])[e.From, e.To]).Concat(Accepting).Append(start))
        {
            if ((uint)state >= (uint)stateCount)
                throw new ArgumentOutOfRangeException(nameof(edges), $"there is no state {state}: the automaton has {stateCount}, from 0");
        }

        _from = edges.ToLookup(e => e.From);
    }

    /// <summary>Number of states.</summary>
    public int StateCount { get; }

    /// <summary>Where it begins.</summary>
    public int Start { get; }

    /// <summary>The states in which a word may end.</summary>
    public IReadOnlySet<int> Accepting { get; }

    /// <summary>Its edges.</summary>
    public IReadOnlyList<NfaEdge> Edges { get; }

    /// <summary>The states that ε-edges lead to from some states, those included; in order.</summary>
    public IReadOnlyList<int> Closure(IEnumerable<int> states)
    {
        var found = new SortedSet<int>(states);
        var rest = new Stack<int>(found);
        while (rest.TryPop(out var state))
        {
            foreach (var edge in _from[state])
            {
                if (edge.On is null && found.Add(edge.To)) rest.Push(edge.To);
            }
        }

        return [.. found];
    }

    /// <summary>The states after one character, ε-edges followed.</summary>
    public IReadOnlyList<int> Move(IEnumerable<int> states, char c) =>
        Closure(states.SelectMany(s => _from[s]).Where(e => e.On?.Contains(c) == true).Select(e => e.To));

    /// <summary>Whether it takes a word: all its ways at once.</summary>
    public bool Accepts(string word) => word.Aggregate(Closure([Start]), Move).Any(Accepting.Contains);

    /// <summary>The deterministic automaton of the same words, by the subset construction (Rabin and Scott, 1959).</summary>
    public Dfa ToDfa() => SubsetConstruction.Construct(this);
}
