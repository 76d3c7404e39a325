namespace Qiansi.Trees.Layouts.Layered;

/// <summary>Finds edges whose reversal leaves no cycle: those that lead back to a node whose search has not ended.</summary>
internal static class CycleRemoval
{
    /// <summary>Whether each edge is to be drawn the other way round; a graph without cycles keeps all its edges.</summary>
    public static bool[] Reversed(int nodes, IReadOnlyList<LayeredEdge> edges)
    {
        var outgoing = Adjacency.Of(nodes, edges.Count, e => edges[e].From);
        var hasIncoming = new bool[nodes];
        foreach (var edge in edges) hasIncoming[edge.To] |= edge.To != edge.From;
        var reversed = new bool[edges.Count];
        var (next, open, seen) = (new int[nodes], new bool[nodes], new bool[nodes]);
        var stack = new Stack<int>();
        // Sources first: what only a cycle reaches is entered where the caller named it first.
        foreach (var start in Enumerable.Range(0, nodes).Where(v => !hasIncoming[v]).Concat(Enumerable.Range(0, nodes)))
        {
            if (seen[start]) continue;
            stack.Push(start);
            (seen[start], open[start]) = (true, true);
            while (stack.TryPeek(out var v))
            {
                if (next[v] == outgoing[v].Length)
                {
                    open[v] = false;
                    stack.Pop();
                    continue;
                }

                var e = outgoing[v][next[v]++];
                var to = edges[e].To;
                if (open[to]) reversed[e] = to != v;
                else if (!seen[to])
                {
                    (seen[to], open[to]) = (true, true);
                    stack.Push(to);
                }
            }
        }

        return reversed;
    }
}
