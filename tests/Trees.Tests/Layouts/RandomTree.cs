using FsCheck;
using FsCheck.Fluent;
using Qiansi.Trees.Layouts;

namespace Qiansi.Trees.Tests.Layouts;

/// <summary>A tree of nodes of any width.</summary>
internal sealed record RandomTree(LevelTree Tree, double[] Width)
{
    public static Gen<RandomTree> Any { get; } =
        from nodes in Gen.Choose(1, 120)
        from steps in Gen.ArrayOf(Gen.Frequency((3, Gen.Constant(0)), (3, Gen.Constant(1)), (1, Gen.Choose(2, 5))), nodes)
        from widths in Gen.ArrayOf(Gen.Elements(10.0, 20.0, 35.0, 90.0), nodes)
        select new RandomTree(LevelTree.Of(Parents(steps)), widths);

    /// <summary>Each node's parent is that of the node before it, or one of the next few.</summary>
    private static int[] Parents(int[] steps)
    {
        var parents = new int[steps.Length];
        parents[0] = -1;
        for (var v = 1; v < parents.Length; v++) parents[v] = Math.Min(v - 1, Math.Max(0, parents[v - 1]) + (v == 1 ? 0 : steps[v]));
        return parents;
    }

    public override string ToString() => $"{string.Join(' ', Tree.Parent)} / {string.Join(' ', Width)}";
}
