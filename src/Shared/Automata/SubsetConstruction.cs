namespace Qiansi.Automata;

/// <summary>Makes a deterministic automaton whose states stand for sets of states (Rabin and Scott, 1959).</summary>
public static class SubsetConstruction
{
    /// <summary>The construction step by step; the last has the whole automaton.</summary>
    public static IReadOnlyList<SubsetStep> Steps(Nfa nfa)
    {
        var steps = new List<SubsetStep>();
        Construct(nfa, steps);
        return steps;
    }

    /// <summary>The automaton; the steps to it are added when there is a list for them, each with the automaton so far.</summary>
    internal static Dfa Construct(Nfa nfa, List<SubsetStep>? steps = null)
    {
        var alphabet = CharSet.Partition(nfa.Edges.Select(e => e.On).OfType<CharSet>());
        var sets = new List<IReadOnlyList<int>>();
        var numbers = new Dictionary<string, int>();
        var edges = new Dictionary<(int, int), int>();
        Reach(Dfa.None, null, nfa.Closure([nfa.Start]));
        for (var state = 0; state < sets.Count; state++)
        {
            for (var symbol = 0; symbol < alphabet.Count; symbol++)
            {
                var to = nfa.Move(sets[state], alphabet[symbol].Ranges[0].Low);
                if (to.Count > 0) Reach(state, symbol, to);
            }
        }

        return Build();

        void Reach(int from, int? symbol, IReadOnlyList<int> states)
        {
            var name = $"{{{string.Join(", ", states)}}}";
            var isNew = numbers.TryAdd(name, sets.Count);
            if (isNew) sets.Add(states);
            if (symbol is { } s) edges[(from, s)] = numbers[name];
            steps?.Add(new(from, symbol is { } on ? alphabet[on] : null, states, isNew, Build()));
        }

        Dfa Build()
        {
            var next = new int[sets.Count, alphabet.Count];
            for (var state = 0; state < sets.Count; state++)
            {
                for (var symbol = 0; symbol < alphabet.Count; symbol++)
                    next[state, symbol] = edges.GetValueOrDefault((state, symbol), Dfa.None);
            }

            var accepting = Enumerable.Range(0, sets.Count).Where(i => sets[i].Any(nfa.Accepting.Contains));
            return new(alphabet, next, 0, accepting, [.. sets.Select(s => $"{{{string.Join(", ", s)}}}")]);
        }
    }
}
