namespace Qiansi.Trees.Layouts;

/// <summary>
/// Places trees as Reingold and Tilford want it, in linear time: no two nodes overlap, parents stand over the middle of their children, the
/// order is kept, and a subtree looks the same wherever it stands.
/// </summary>
/// <remarks>
/// Buchheim, Jünger and Leipert, <i>Improving Walker's Algorithm to Run in Linear Time</i> (2002), for nodes of any width, and without
/// recursion: nodes are numbered level by level, so walking the numbers down meets children before their parents.
/// </remarks>
internal sealed class TidyLayout
{
    private readonly LevelTree _tree;
    private readonly double[] _width;
    private readonly double _siblingGap;
    private readonly double _subtreeGap;
    private readonly double[] _prelim;
    private readonly double[] _mod;
    private readonly double[] _shift;
    private readonly double[] _change;
    private readonly double[] _middle;
    private readonly int[] _thread;
    private readonly int[] _ancestor;

    private TidyLayout(LevelTree tree, double[] width, double siblingGap, double subtreeGap)
    {
        var n = tree.Count;
        (_tree, _width, _siblingGap, _subtreeGap) = (tree, width, siblingGap, subtreeGap);
        (_prelim, _mod, _shift, _change, _middle) = (new double[n], new double[n], new double[n], new double[n], new double[n]);
        (_thread, _ancestor) = (new int[n], new int[n]);
        Array.Fill(_thread, -1);
        for (var v = 0; v < n; v++) _ancestor[v] = v;
    }

    /// <summary>The middles of the nodes on the axis along which siblings stand; the leftmost edge is at 0.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="width">Extent of each node along that axis.</param>
    /// <param name="siblingGap">Least gap between children of one node.</param>
    /// <param name="subtreeGap">Least gap between other neighbours on a level.</param>
    public static double[] Place(LevelTree tree, double[] width, double siblingGap, double subtreeGap)
    {
        if (tree.Count == 0) return [];
        var layout = new TidyLayout(tree, width, siblingGap, subtreeGap);
        for (var v = tree.Count - 1; v >= 0; v--) layout.PlaceChildren(v);
        return layout.Absolute();
    }

    /// <summary>Puts the finished subtrees of a node side by side.</summary>
    private void PlaceChildren(int v)
    {
        var (first, last) = (_tree.FirstChild[v], _tree.FirstChild[v] + _tree.ChildCount[v] - 1);
        if (last < first) return;
        var defaultAncestor = first;
        for (var w = first; w <= last; w++)
        {
            if (w == first)
            {
                _prelim[w] = _middle[w];
                continue;
            }

            _prelim[w] = _prelim[w - 1] + Distance(w - 1, w);
            if (_tree.ChildCount[w] > 0) _mod[w] = _prelim[w] - _middle[w];
            Apportion(w, first, ref defaultAncestor);
        }

        SpreadShifts(first, last);
        _middle[v] = (_prelim[first] + _prelim[last]) / 2;
    }

    /// <summary>Moves the subtree of <paramref name="v"/> away from those at its left, following their facing contours.</summary>
    private void Apportion(int v, int first, ref int defaultAncestor)
    {
        var (insideRight, outsideRight, insideLeft, outsideLeft) = (v, v, v - 1, first);
        var (sumInsideRight, sumOutsideRight) = (_mod[v], _mod[v]);
        var (sumInsideLeft, sumOutsideLeft) = (_mod[insideLeft], _mod[outsideLeft]);
        while (NextRight(insideLeft) is var left and >= 0 && NextLeft(insideRight) is var right and >= 0)
        {
            (insideLeft, insideRight) = (left, right);
            outsideLeft = NextLeft(outsideLeft);
            outsideRight = NextRight(outsideRight);
            _ancestor[outsideRight] = v;
            var shift = _prelim[insideLeft] + sumInsideLeft - (_prelim[insideRight] + sumInsideRight) + Distance(insideLeft, insideRight);
            if (shift > 0)
            {
                var ancestor = _ancestor[insideLeft];
                Move(_tree.Parent[ancestor] == _tree.Parent[v] ? ancestor : defaultAncestor, v, shift);
                sumInsideRight += shift;
                sumOutsideRight += shift;
            }

            sumInsideLeft += _mod[insideLeft];
            sumInsideRight += _mod[insideRight];
            sumOutsideLeft += _mod[outsideLeft];
            sumOutsideRight += _mod[outsideRight];
        }

        if (NextRight(insideLeft) is var deeperLeft and >= 0 && NextRight(outsideRight) < 0)
        {
            _thread[outsideRight] = deeperLeft;
            _mod[outsideRight] += sumInsideLeft - sumOutsideRight;
        }

        if (NextLeft(insideRight) is var deeperRight and >= 0 && NextLeft(outsideLeft) < 0)
        {
            _thread[outsideLeft] = deeperRight;
            _mod[outsideLeft] += sumInsideRight - sumOutsideLeft;
            defaultAncestor = v;
        }
    }

    private void Move(int from, int to, double shift)
    {
        var perSubtree = shift / (to - from);
        _change[to] -= perSubtree;
        _shift[to] += shift;
        _change[from] += perSubtree;
        _prelim[to] += shift;
        _mod[to] += shift;
    }

    /// <summary>Smaller subtrees between two that were pushed apart share the room evenly.</summary>
    private void SpreadShifts(int first, int last)
    {
        var (shift, change) = (0.0, 0.0);
        for (var w = last; w >= first; w--)
        {
            _prelim[w] += shift;
            _mod[w] += shift;
            change += _change[w];
            shift += _shift[w] + change;
        }
    }

    private double[] Absolute()
    {
        var x = new double[_tree.Count];
        var sum = new double[_tree.Count];
        x[0] = _middle[0];
        var least = x[0] - _width[0] / 2;
        for (var v = 1; v < x.Length; v++)
        {
            var parent = _tree.Parent[v];
            sum[v] = sum[parent] + _mod[parent];
            x[v] = _prelim[v] + sum[v];
            least = Math.Min(least, x[v] - _width[v] / 2);
        }

        for (var v = 0; v < x.Length; v++) x[v] -= least;
        return x;
    }

    private int NextLeft(int v) => _tree.ChildCount[v] > 0 ? _tree.FirstChild[v] : _thread[v];

    private int NextRight(int v) => _tree.ChildCount[v] > 0 ? _tree.FirstChild[v] + _tree.ChildCount[v] - 1 : _thread[v];

    private double Distance(int left, int right) =>
        (_width[left] + _width[right]) / 2 + (_tree.Parent[left] == _tree.Parent[right] ? _siblingGap : _subtreeGap);
}
