using Qiansi.Drawing;
using Qiansi.Trees.Layouts;

namespace Qiansi.Trees.Figures;

/// <summary>Places a tree tidily, its levels in rows (or columns).</summary>
internal sealed class TreePlacing
{
    private const double LabelHeight = 15;

    private readonly Figure _figure;
    private readonly NodeBox[] _boxes;
    private readonly bool _right;
    private readonly LevelTree _tree;
    private readonly double[] _labels;
    private readonly double[] _across;
    private readonly double[] _along;
    private readonly double[] _levelEnd;
    private readonly bool _isStraight;

    private TreePlacing(Figure figure, NodeBox[] boxes)
    {
        (_figure, _boxes, _right) = (figure, boxes, figure.IsRightwards);
        _tree = LevelTree.Of([-1, .. figure.Edges.Select(e => e.From)]);
        _labels = new double[boxes.Length];
        foreach (var edge in figure.Edges)
            if (!string.IsNullOrEmpty(edge.Label))
                _labels[edge.To] = TextWidth.Of(NodeText.OneLine(edge.Label), GraphPlacing.LabelSize) + 6;
        _isStraight = !_right && boxes.All(b => b.Shape == NodeShape.Circle || b.Node.IsRest || b.Node.IsGap);
        var extents = boxes.Select(
            (b, v) => _right ? Math.Max(b.Height, _labels[v] > 0 ? LabelHeight : 0) : Math.Max(b.Width, _labels[v])).ToArray();
        var (siblings, subtrees) = _right ? (9, 14) : _isStraight ? (14, 20) : (16.0, 26.0);
        _across = TidyLayout.Place(_tree, extents, siblings, subtrees);
        Width = _across.Select((x, v) => x + extents[v] / 2).Max();
        (_along, _levelEnd) = PlaceLevels();
    }

    private double Width { get; }

    /// <summary>The figure with places.</summary>
    public static PlacedFigure Place(Figure figure, NodeBox[] boxes)
    {
        var placing = new TreePlacing(figure, boxes);
        var edges = figure.Edges.Where(e => !figure.Nodes[e.To].IsGap).Select(placing.Draw)
            .Concat(figure.Links.Select(placing.DrawLink)).ToArray();
        var (width, height) = (placing.Width, placing._levelEnd[^1] + placing.RoomBelow());
        return placing._right
            ? new(figure, boxes, placing._along, placing._across, edges, height, width)
            : new(figure, boxes, placing._across, placing._along, edges, width, height);
    }

    private double Extent(int v) => _right ? _boxes[v].Width : _boxes[v].Height;

    private (double[] Along, double[] LevelEnd) PlaceLevels()
    {
        var levels = _tree.Level.Max() + 1;
        var (extent, strip, fan) = (new double[levels], new double[levels], new double[levels]);
        for (var v = 0; v < _boxes.Length; v++)
        {
            var level = _tree.Level[v];
            extent[level] = Math.Max(extent[level], Extent(v));
            strip[level] = Math.Max(strip[level], _labels[v] > 0 ? (_right ? _labels[v] : LabelHeight) + 6 : 0);
            if (v > 0) fan[level] = Math.Max(fan[level], Math.Abs(_across[v] - _across[_tree.Parent[v]]));
        }

        var (begin, end, at) = (new double[levels], new double[levels], 0.0);
        for (var l = 0; l < levels; l++)
        {
            // Where children fan out widely the next level keeps more distance, so that lines stay apart from the nodes they pass.
            if (l > 0) at += (_right ? 34 : _isStraight ? 20 : 32) + strip[l] + Math.Min(40, fan[l] / 14);
            (begin[l], end[l]) = (at, at + extent[l]);
            at = end[l];
        }

        var along = new double[_boxes.Length];
        for (var v = 0; v < along.Length; v++)
        {
            var level = _tree.Level[v];
            along[v] = _right ? begin[level] + Extent(v) / 2 : (begin[level] + end[level]) / 2;
        }

        return (along, end);
    }

    private PlacedEdge Draw(GraphEdge edge)
    {
        var (from, to, path) = (edge.From, edge.To, new PathData(_right));
        var (x, y) = Start(from, to);
        var (endX, endY) = (_across[to], _along[to] - Border(to, 0, isFar: false));
        if (_isStraight && _labels[to] == 0)
        {
            var (dx, dy) = (_across[to] - _across[from], _along[to] - _along[from]);
            var length = Math.Sqrt(dx * dx + dy * dy);
            var (start, end) = (_boxes[from].Width / 2 / length,
                _boxes[to].Width == _boxes[to].Height ? 1 - _boxes[to].Width / 2 / length : 1);
            if (end == 1) (endX, endY) = (_across[to], _along[to] - _boxes[to].Height / 2);
            else (endX, endY) = (_across[from] + dx * end, _along[from] + dy * end);
            path.Move(_across[from] + dx * start, _along[from] + dy * start).Line(endX, endY);
            return new(edge, path.ToString());
        }

        (double, double)? label = null;
        path.Move(x, y);
        if (!_isStraight) path.Line(x, _levelEnd[_tree.Level[from]]);
        if (_labels[to] > 0)
        {
            var half = (_right ? _labels[to] : LabelHeight) / 2;
            var middle = _along[to] - Extent(to) / 2 - 6 - half;
            label = _right ? (middle, endX) : (endX, middle);
            Finish(path, endX, middle - half);
            path.Move(endX, middle + half).Line(endX, endY);
        }
        else
        {
            Finish(path, endX, _along[to] - Extent(to) / 2);
            path.Line(endX, endY);
        }

        return new(edge, path.ToString(), "", label);
    }

    private void Finish(PathData path, double across, double along)
    {
        if (_isStraight) path.Line(across, along);
        else path.Bend(across, along);
    }

    /// <summary>Edges leave a node in the middle; one of cells between or below its cells.</summary>
    private (double Across, double Along) Start(int from, int to)
    {
        var (box, offset) = (_boxes[from], 0.0);
        if (!_right && box.CellWidths is { Length: > 0 } cells)
        {
            var (slot, children) = (to - _tree.FirstChild[from], _tree.ChildCount[from]);
            var border = cells.Take(slot).Sum();
            if (children <= cells.Length) offset = border + cells[slot] / 2 - box.Width / 2;
            else if (children == cells.Length + 1) offset = Math.Clamp(border, 4, box.Width - 4) - box.Width / 2;
            else offset = box.Width * ((slot + 0.5) / children - 0.5);
        }

        return (_across[from] + offset, _along[from] + Border(from, offset, isFar: true));
    }

    private double Border(int v, double across, bool isFar) => _boxes[v].Border(across, vertical: !_right, isFar);

    /// <summary>Links run from side to side on a level, else below both ends.</summary>
    private PlacedEdge DrawLink(GraphEdge link)
    {
        var (from, to, path) = (link.From, link.To, new PathData(_right));
        var direction = Math.Sign(_across[to] - _across[from]);
        double Side(int v) => (_right ? _boxes[v].Height : _boxes[v].Width) / 2;
        (double Across, double Along) end;
        if (IsNextOnLevel(from, to))
        {
            end = (_across[to] - direction * Side(to), _along[to]);
            path.Move(_across[from] + direction * Side(from), _along[from]).Line(end.Across - direction * 6, end.Along);
            return new(link, path.ToString(), path.Arrow(end, (_across[from], _along[from])));
        }

        var below = Math.Max(_along[from] + Extent(from) / 2, _along[to] + Extent(to) / 2) + RoomForLinks;
        end = (_across[to], _along[to] + Extent(to) / 2);
        path.Move(_across[from], _along[from] + Extent(from) / 2)
            .Curve((_across[from], below), (_across[to], below), (end.Across, end.Along + 6));
        return new(link, path.ToString(), path.Arrow(end, (end.Across, end.Along + 1)));
    }

    private const double RoomForLinks = 40;

    private double RoomBelow() => _figure.Links.Any(l => !IsNextOnLevel(l.From, l.To)) ? RoomForLinks * 0.75 : 0;

    private bool IsNextOnLevel(int a, int b) => Math.Abs(a - b) == 1 && _tree.Level[a] == _tree.Level[b];
}
