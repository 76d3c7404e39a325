namespace Qiansi.Charts.Rendering.Traces.Fields;

/// <summary>Follows the lines on which numbers over a grid pass a level.</summary>
/// <remarks>
/// Marching squares with linear interpolation (Maple, Geometric design and space planning using the marching squares algorithm, 2003);
/// saddles are decided by their mean. The grid is framed with numbers below every level at the places of its border, so that all lines are
/// closed and can be filled.
/// </remarks>
internal sealed class ContourTracer
{
    // For each cell, by which corners are inside (1 top left, 2 top right, 4 bottom right, 8 bottom left): from which edge to which
    // (0 top, 1 right, 2 bottom, 3 left) its lines run. Turning with the corners, inside is always on the same hand.
    private static readonly (int From, int To)[][] Cases =
    [
        [], [(3, 0)], [(0, 1)], [(3, 1)], [(1, 2)], [(3, 0), (1, 2)], [(0, 2)], [(3, 2)],
        [(2, 3)], [(2, 0)], [(0, 1), (2, 3)], [(2, 1)], [(1, 3)], [(1, 0)], [(0, 3)], [],
    ];

    private readonly double[][] _z;
    private readonly double[] _x, _y;

    /// <param name="z">Numbers, row by row; NaN counts as below every level.</param>
    /// <param name="x">Places of the columns.</param>
    /// <param name="y">Places of the rows.</param>
    public ContourTracer(double[][] z, double[] x, double[] y)
    {
        _z = [Enumerable.Repeat(double.NaN, x.Length + 2).ToArray(), .. z.Select(r => (double[])[double.NaN, .. r, double.NaN]),
            Enumerable.Repeat(double.NaN, x.Length + 2).ToArray()];
        _x = [x[0], .. x, x[^1]];
        _y = [y[0], .. y, y[^1]];
    }

    /// <summary>The closed lines of a level; a point is on the border when it lies on the grid's edge.</summary>
    public List<List<(double X, double Y, bool IsBorder)>> Loops(double level)
    {
        var next = Segments(level);
        var loops = new List<List<(double, double, bool)>>();
        foreach (var start in next.Keys.ToArray())
        {
            if (!next.ContainsKey(start)) continue;
            var loop = new List<(double, double, bool)>();
            for (var edge = start; next.Remove(edge, out var following); edge = following) loop.Add(Point(edge, level));
            if (loop.Count > 2) loops.Add(loop);
        }

        return loops;
    }

    private Dictionary<int, int> Segments(double level)
    {
        var next = new Dictionary<int, int>();
        for (var r = 0; r < _z.Length - 1; r++)
        {
            for (var c = 0; c < _x.Length - 1; c++)
            {
                var which = (_z[r][c] >= level ? 1 : 0) | (_z[r][c + 1] >= level ? 2 : 0) | (_z[r + 1][c + 1] >= level ? 4 : 0)
                    | (_z[r + 1][c] >= level ? 8 : 0);
                var lines = Cases[which];
                if (which is 5 or 10 && (_z[r][c] + _z[r][c + 1] + _z[r + 1][c] + _z[r + 1][c + 1]) / 4 >= level)
                    lines = which == 5 ? [(1, 0), (3, 2)] : [(0, 3), (2, 1)];
                foreach (var (from, to) in lines) next[Edge(r, c, from)] = Edge(r, c, to);
            }
        }

        return next;
    }

    /// <summary>The number of an edge: even ones lie along a row, odd ones along a column.</summary>
    private int Edge(int r, int c, int side) => side switch
    {
        0 => 2 * (r * _x.Length + c),
        2 => 2 * ((r + 1) * _x.Length + c),
        3 => 2 * (r * _x.Length + c) + 1,
        _ => 2 * (r * _x.Length + c + 1) + 1,
    };

    private (double X, double Y, bool IsBorder) Point(int edge, double level)
    {
        var (r, c) = (edge / 2 / _x.Length, edge / 2 % _x.Length);
        var (r2, c2) = edge % 2 == 0 ? (r, c + 1) : (r + 1, c);
        var (a, b) = (_z[r][c], _z[r2][c2]);
        var isBorder = double.IsNaN(a) || double.IsNaN(b) || (edge % 2 == 0 ? r == 1 || r == _z.Length - 2 : c == 1 || c == _x.Length - 2);
        var part = double.IsNaN(a) ? 1 : double.IsNaN(b) ? 0 : (level - a) / (b - a);
        return (_x[c] + (_x[c2] - _x[c]) * part, _y[r] + (_y[r2] - _y[r]) * part, isBorder);
    }
}
