namespace Qiansi.Automata;

/// <summary>
/// J. Hopcroft, An n log n algorithm for minimizing states in a finite automaton, 1971: groups of states are split by what leads into
/// others, the smaller half of each split first.
/// </summary>
public static class Minimization
{
    /// <summary>
    /// The minimisation step by step; the last has the whole automaton. States that cannot be reached, or from which no word can end, have
    /// no part in it.
    /// </summary>
    public static IReadOnlyList<MinimizationStep> Steps(Dfa dfa)
    {
        var steps = new List<MinimizationStep>();
        Minimize(dfa, steps);
        return steps;
    }

    /// <summary>
    /// The automaton; the steps to it are added when there is a list for them, each with the automaton of the groups so far.
    /// </summary>
    internal static Dfa Minimize(Dfa dfa, List<MinimizationStep>? steps = null)
    {
        var useful = Useful(dfa);
        // A trap takes what the automaton does not: Hopcroft's algorithm needs an edge for each character.
        var trap = dfa.StateCount;
        var accepting = useful.Where(dfa.Accepting.Contains).ToHashSet();
        List<HashSet<int>> groups = [.. ((HashSet<int>[])[accepting, [.. useful.Except(accepting), trap]]).Where(g => g.Count > 0)];
        var waiting = new Queue<(HashSet<int> Group, int Symbol)>();
        foreach (var group in groups) Wait(group);
        Note(null, null, null);
        while (waiting.TryDequeue(out var by))
        {
            var into = useful.Append(trap).Where(s => by.Group.Contains(Next(s, by.Symbol))).ToHashSet();
            foreach (var group in groups.ToArray())
            {
                var inside = group.Where(into.Contains).ToHashSet();
                if (inside.Count == 0 || inside.Count == group.Count) continue;
                HashSet<int> split = [.. group], cause = [.. by.Group], outside = [.. group.Except(inside)];
                var (larger, smaller) = inside.Count < outside.Count ? (outside, inside) : (inside, outside);
                // Where the group waits itself, it goes on waiting as its larger half.
                group.IntersectWith(larger);
                groups.Add(smaller);
                Wait(smaller);
                // That the trap left a group is not seen.
                if (smaller.Any(s => s != trap) && larger.Any(s => s != trap)) Note(split, dfa.Alphabet[by.Symbol], cause);
            }
        }

        return Build(dfa, Ordered(groups), Next);

        int Next(int state, int symbol) =>
            state != trap && dfa.Next(state, symbol) is var next && next != Dfa.None && useful.Contains(next) ? next : trap;

        void Wait(HashSet<int> group)
        {
            for (var symbol = 0; symbol < dfa.Alphabet.Count; symbol++) waiting.Enqueue((group, symbol));
        }

        void Note(HashSet<int>? split, CharSet? on, HashSet<int>? by) =>
            steps?.Add(new(Ordered(groups), Real(split), on, Real(by), Build(dfa, Ordered(groups), Next)));

        List<int>? Real(HashSet<int>? group) => group is null ? null : [.. group.Where(s => s != trap).Order()];

        List<IReadOnlyList<int>> Ordered(IEnumerable<HashSet<int>> all) =>
            [.. all.Select(g => (IReadOnlyList<int>)[.. g.Where(s => s != trap).Order()]).Where(g => g.Count > 0).OrderBy(g => g[0])];
    }

    /// <summary>The states that can be reached and from which a word can end; the start in any case.</summary>
    private static List<int> Useful(Dfa dfa)
    {
        var edges = dfa.Edges.ToList();
        var (forward, backward) = (edges.ToLookup(e => e.From, e => e.To), edges.ToLookup(e => e.To, e => e.From));
        var (reached, ending) = (Reach([dfa.Start], forward), Reach(dfa.Accepting, backward));
        return [.. reached.Where(s => s == dfa.Start || ending.Contains(s)).Order()];
    }

    private static HashSet<int> Reach(IEnumerable<int> from, ILookup<int, int> next)
    {
        var found = from.ToHashSet();
        var rest = new Stack<int>(found);
        while (rest.TryPop(out var state))
        {
            foreach (var to in next[state])
            {
                if (found.Add(to)) rest.Push(to);
            }
        }

        return found;
    }

    private static Dfa Build(Dfa dfa, List<IReadOnlyList<int>> groups, Func<int, int, int> follow)
    {
        var groupOf = new Dictionary<int, int>();
        for (var g = 0; g < groups.Count; g++)
        {
            foreach (var state in groups[g]) groupOf[state] = g;
        }

        var next = new int[groups.Count, dfa.Alphabet.Count];
        for (var g = 0; g < groups.Count; g++)
        {
            for (var symbol = 0; symbol < dfa.Alphabet.Count; symbol++)
                next[g, symbol] = groupOf.GetValueOrDefault(follow(groups[g][0], symbol), Dfa.None);
        }

        var accepting = Enumerable.Range(0, groups.Count).Where(g => groups[g].Any(dfa.Accepting.Contains));
        return new(dfa.Alphabet, next, groupOf[dfa.Start], accepting, [.. groups.Select(g => $"{{{string.Join(", ", g)}}}")]);
    }
}
