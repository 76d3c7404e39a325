using Qiansi.Automata;
using Qiansi.Trees.Pictures;

namespace Qiansi.Trees;

/// <summary>Automata as graphs from left to right: an arrow leads to the start, accepting states have a double circle.</summary>
public static class AutomatonPictures
{
    /// <summary>The automaton; ε stands at edges that take no character.</summary>
    /// <param name="nfa">The automaton.</param>
    /// <param name="current">States that stand out: where the automaton is.</param>
    public static GraphView<GraphNode> ToPicture(this Nfa nfa, IEnumerable<int>? current = null) => Draw(
        nfa.StateCount, nfa.Start, nfa.Accepting, null, current, nfa.Edges.GroupBy(e => (e.From, e.To)).Select(parallel =>
            (parallel.Key.From, Label: string.Join(", ", parallel.Select(e => e.On?.ToString() ?? "ε").Distinct()), parallel.Key.To)));

    /// <summary>The automaton.</summary>
    /// <param name="dfa">The automaton.</param>
    /// <param name="current">States that stand out: where the automaton is.</param>
    /// <param name="names">Whether states are called by what they stand for, <c>{0, 2}</c>, and not by their number.</param>
    public static GraphView<GraphNode> ToPicture(this Dfa dfa, IEnumerable<int>? current = null, bool names = false) => Draw(
        dfa.StateCount, dfa.Start, dfa.Accepting, names ? dfa.Names : null, current,
            dfa.Edges.Select(e => (e.From, e.On.ToString(), e.To)));

    /// <summary>How an automaton reads a word, character by character: all the states it may be in.</summary>
    public static Film ToFilm(this Nfa nfa, string word)
    {
        var film = new Film($"The automaton reads {word}");
        var states = nfa.Closure([nfa.Start]);
        film.Add(nfa.ToPicture(states), "at the start, and where ε leads");
        for (var i = 0; i < word.Length; i++)
        {
            states = nfa.Move(states, word[i]);
            film.Add(nfa.ToPicture(states),
                $"{word[..i]}▸{word[i]}◂{word[(i + 1)..]}: {(states.Count == 0 ? "no way on" : $"in {Set(states)}")}");
        }

        return film.Add(nfa.ToPicture(states), nfa.Accepts(word) ? $"{word} is taken" : $"{word} is not taken");
    }

    /// <summary>The subset construction: the automaton with the states reached, and beside it the new one.</summary>
    public static Film SubsetFilm(this Nfa nfa)
    {
        var film = new Film("Subset construction");
        foreach (var step in SubsetConstruction.Steps(nfa))
        {
            var at = $"{Set(step.States)}";
            var caption = step.On is null ? $"ε leads from the start to {at}: state 0"
                : $"from {step.From} with {step.On} to {at}: {(step.IsNew ? "a new state" : "known already")}";
            int[] current = step.On is null ? [0] : [step.From, step.Result.Next(step.From, step.On.Ranges[0].Low)];
            film.Add(caption, nfa.ToPicture(step.States).WithTitle("nondeterministic"), step.Result.ToPicture(current)
                .WithTitle("deterministic"));
        }

        return film;
    }

    /// <summary>The minimisation: groups of states that nothing has told apart yet, and the automaton of the groups.</summary>
    public static Film MinimizationFilm(this Dfa dfa)
    {
        var film = new Film("Minimisation");
        foreach (var step in Minimization.Steps(dfa))
        {
            var caption = step.Split is null ? $"accepting or not: {string.Join("  ", step.Groups.Select(Set))}"
                : $"{step.On} tells {Set(step.Split)} apart: "
                    + (step.By!.Count == 0 ? "it leads on or nowhere" : $"into {Set(step.By)} or not");
            film.Add(caption, dfa.ToPicture(step.Split).WithTitle("states"), step.Result.ToPicture(names: true).WithTitle("groups"));
        }

        return film;
    }

    private static GraphView<GraphNode> Draw(int count, int start, IReadOnlySet<int> accepting, IReadOnlyList<string>? names,
        IEnumerable<int>? current, IEnumerable<(int From, string Label, int To)> edges)
    {
        var marked = current?.ToHashSet() ?? [];
        var nodes = Enumerable.Range(0, count).Select(s => new GraphNode(names?[s] ?? $"{s}")
        {
            Shape = accepting.Contains(s) ? NodeShape.DoubleCircle : NodeShape.Circle,
            Mark = marked.Contains(s) ? Mark.Current : Mark.None,
        });
        var arrow = new GraphNode("start") { Shape = NodeShape.Text };
        return Graph.Of([arrow, .. nodes], [new GraphEdge(0, start + 1), .. edges.Select(e =>
            new GraphEdge(e.From + 1, e.To + 1) { Label = e.Label })])
            .Rightwards().WithTitle("automaton");
    }

    private static string Set(IEnumerable<int> states) => $"{{{string.Join(", ", states)}}}";
}
