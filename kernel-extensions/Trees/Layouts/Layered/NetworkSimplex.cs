namespace Qiansi.Trees.Layouts.Layered;

/// <summary>Gives each node a layer so that edges go down and their lengths sum to the least possible.</summary>
/// <remarks>
/// Gansner, Koutsofios, North and Vo, <i>A Technique for Drawing Directed Graphs</i> (1993), section 2: a spanning tree of tight edges is
/// improved by exchanging an edge of negative cut value.
/// </remarks>
internal sealed class NetworkSimplex
{
    private readonly int _nodes;
    private readonly (int From, int To, int Weight)[] _edges;
    private readonly int _length;
    private readonly int[][] _at;
    private readonly int[] _layer;
    private readonly bool[] _inTree;
    private readonly int[] _parentEdge;
    private readonly int[] _order;
    private readonly int[] _low;
    private readonly int[] _lim;
    private readonly int[] _cut;

    private NetworkSimplex(int nodes, (int From, int To, int Weight)[] edges, int length)
    {
        (_nodes, _edges, _length) = (nodes, edges, length);
        var ends = Adjacency.Of(nodes, edges.Length * 2, i => i % 2 == 0 ? edges[i / 2].From : edges[i / 2].To);
        _at = Array.ConvertAll(ends, a => Array.ConvertAll(a, i => i / 2));
        (_layer, _parentEdge, _order, _low, _lim) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
        (_inTree, _cut) = (new bool[edges.Length], new int[edges.Length]);
    }

    /// <summary>The layers of a connected graph without cycles; the least is 0.</summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="edges">From, to; parallel edges count by their number.</param>
    /// <param name="length">Least number of layers an edge goes down.</param>
    public static int[] Layers(int nodes, IEnumerable<(int From, int To)> edges, int length)
    {
        var simple = edges.CountBy(e => e).Select(e => (e.Key.From, e.Key.To, e.Value)).ToArray();
        var simplex = new NetworkSimplex(nodes, simple, length);
        simplex.LongestPaths();
        if (nodes > 1)
        {
            simplex.GrowTightTree();
            simplex.Improve();
        }

        var least = simplex._layer.Min();
        return Array.ConvertAll(simplex._layer, l => l - least);
    }

    private int Slack(int e) => _layer[_edges[e].To] - _layer[_edges[e].From] - _length;

    private int Other(int e, int v) => _edges[e].From == v ? _edges[e].To : _edges[e].From;

    private void LongestPaths()
    {
        var missing = new int[_nodes];
        foreach (var edge in _edges) missing[edge.To]++;
        var ready = new Queue<int>(Enumerable.Range(0, _nodes).Where(v => missing[v] == 0));
        while (ready.TryDequeue(out var v))
        {
            foreach (var e in _at[v])
            {
                var (from, to, _) = _edges[e];
                if (from != v) continue;
                _layer[to] = Math.Max(_layer[to], _layer[v] + _length);
                if (--missing[to] == 0) ready.Enqueue(to);
            }
        }
    }

    /// <summary>Grows a tree of tight edges from node 0, shifting it as a whole towards the nearest node outside.</summary>
    private void GrowTightTree()
    {
        var inside = new bool[_nodes];
        var members = new List<int> { 0 };
        inside[0] = true;
        for (var at = 0; members.Count < _nodes;)
        {
            for (; at < members.Count; at++)
            {
                foreach (var e in _at[members[at]])
                {
                    if (Slack(e) != 0 || inside[Other(e, members[at])]) continue;
                    inside[Other(e, members[at])] = _inTree[e] = true;
                    members.Add(Other(e, members[at]));
                }
            }

            if (members.Count == _nodes) return;
            var nearest = -1;
            for (var e = 0; e < _edges.Length; e++)
                if (inside[_edges[e].From] != inside[_edges[e].To] && (nearest < 0 || Slack(e) < Slack(nearest))) nearest = e;
            var shift = inside[_edges[nearest].From] ? Slack(nearest) : -Slack(nearest);
            foreach (var v in members) _layer[v] += shift;
            var outside = inside[_edges[nearest].From] ? _edges[nearest].To : _edges[nearest].From;
            inside[outside] = _inTree[nearest] = true;
            members.Add(outside);
        }
    }

    private void Improve()
    {
        // Each exchange looks at the whole graph once: large graphs get fewer, and stay correct, only longer.
        var exchanges = Math.Max(50, 60_000_000 / (_nodes + _edges.Length));
        for (var from = 0; exchanges > 0; exchanges--)
        {
            NumberTree();
            FindCutValues();
            var leaving = Leaving(ref from);
            if (leaving < 0) return;
            var entering = Entering(leaving);
            (_inTree[leaving], _inTree[entering]) = (false, true);
            ShiftBehind(leaving, Slack(entering));
        }
    }

    /// <summary>Post-order numbers of the tree, rooted at node 0.</summary>
    private void NumberTree()
    {
        var (next, count) = (new int[_nodes], 0);
        var stack = new Stack<int>([0]);
        _parentEdge[0] = -1;
        _low[0] = 0;
        while (stack.TryPeek(out var v))
        {
            var child = -1;
            while (child < 0 && next[v] < _at[v].Length)
            {
                var e = _at[v][next[v]++];
                if (!_inTree[e] || e == _parentEdge[v]) continue;
                child = Other(e, v);
                (_parentEdge[child], _low[child]) = (e, count);
            }

            if (child >= 0)
            {
                stack.Push(child);
                continue;
            }

            stack.Pop();
            _lim[v] = count;
            _order[count++] = v;
        }
    }

    private void FindCutValues()
    {
        foreach (var v in _order)
        {
            var parent = _parentEdge[v];
            if (parent < 0) continue;
            var isTail = _edges[parent].From == v;
            var cut = _edges[parent].Weight;
            foreach (var e in _at[v])
            {
                if (e == parent) continue;
                var along = (_edges[e].From == v) == isTail;
                cut += along ? _edges[e].Weight : -_edges[e].Weight;
                if (_inTree[e]) cut += along ? -_cut[e] : _cut[e];
            }

            _cut[parent] = cut;
        }
    }

    private int Leaving(ref int from)
    {
        for (var i = 0; i < _edges.Length; i++)
        {
            var e = (from + i) % _edges.Length;
            if (!_inTree[e] || _cut[e] >= 0) continue;
            from = e;
            return e;
        }

        return -1;
    }

    /// <summary>The tightest edge that leads from the head's side of a tree edge back to the tail's.</summary>
    private int Entering(int leaving)
    {
        var (child, isTailBelow) = Below(leaving);
        var best = -1;
        for (var e = 0; e < _edges.Length; e++)
        {
            if (Inside(child, _edges[e].From) == isTailBelow || Inside(child, _edges[e].To) != isTailBelow) continue;
            if (best < 0 || Slack(e) < Slack(best)) best = e;
        }

        return best;
    }

    private void ShiftBehind(int leaving, int slack)
    {
        var (child, isTailBelow) = Below(leaving);
        var shift = isTailBelow ? -slack : slack;
        for (var i = _low[child]; i <= _lim[child]; i++) _layer[_order[i]] += shift;
    }

    private (int Child, bool IsTail) Below(int e)
    {
        var isTail = _parentEdge[_edges[e].From] == e;
        return (isTail ? _edges[e].From : _edges[e].To, isTail);
    }

    private bool Inside(int child, int v) => _lim[v] >= _low[child] && _lim[v] <= _lim[child];
}
