using FsCheck;
using FsCheck.Fluent;
using Qiansi.Trees.Layouts.Layered;

namespace Qiansi.Trees.Tests.Layouts;

/// <summary>A graph of nodes of any size and any edges: cycles, loops, parallel edges, labels, several parts.</summary>
internal sealed record RandomGraph(double[] Width, double[] Height, LayeredEdge[] Edges)
{
    public static Gen<RandomGraph> Any { get; } = Of(acyclic: false);

    public static Gen<RandomGraph> Acyclic { get; } = Of(acyclic: true);

    private static Gen<RandomGraph> Of(bool acyclic) =>
        from nodes in Gen.Choose(1, 30)
        from sizes in Gen.ArrayOf(Gen.Choose(4, 120), nodes * 2)
        from count in Gen.Choose(0, nodes * 2)
        from ends in Gen.ArrayOf(Gen.Choose(0, nodes - 1), count * 2)
        from labels in Gen.ArrayOf(Gen.Choose(-80, 40), count)
        select new RandomGraph(
            [.. sizes[..nodes].Select(s => (double)s)], [.. sizes[nodes..].Select(s => (double)s)],
            [.. Enumerable.Range(0, count).Select(e => Edge(ends[2 * e], ends[2 * e + 1], labels[e], acyclic)).OfType<LayeredEdge>()]);

    private static LayeredEdge? Edge(int a, int b, int label, bool acyclic)
    {
        if (acyclic && a == b) return null;
        var (from, to) = acyclic ? (Math.Min(a, b), Math.Max(a, b)) : (a, b);
        return label > 0 ? new(from, to, label, 12) : new(from, to);
    }

    public override string ToString() =>
        $"{string.Join(' ', Width.Zip(Height, (w, h) => $"{w}×{h}"))}: "
        + $"{string.Join(' ', Edges.Select(e => $"{e.From}→{e.To}{(e.LabelWidth > 0 ? $"({e.LabelWidth})" : "")}"))}";
}
