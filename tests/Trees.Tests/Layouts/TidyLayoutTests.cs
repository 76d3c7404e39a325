using System.Diagnostics;
using Qiansi.Trees.Layouts;

namespace Qiansi.Trees.Tests.Layouts;

public sealed class TidyLayoutTests
{
    private const double Siblings = 10;
    private const double Subtrees = 16;
    private const double Tolerance = 1e-6;

    private static double[] Place(RandomTree tree) => TidyLayout.Place(tree.Tree, tree.Width, Siblings, Subtrees);

    [Fact]
    public void Neighbours_on_a_level_keep_their_order_and_their_gap() => Checks.Hold(RandomTree.Any, tree =>
    {
        var x = Place(tree);
        Assert.Equal(0, x.Zip(tree.Width, (m, w) => m - w / 2).Min(), 6);
        for (var v = 1; v < x.Length; v++)
        {
            if (tree.Tree.Level[v] != tree.Tree.Level[v - 1]) continue;
            var gap = x[v] - x[v - 1] - (tree.Width[v] + tree.Width[v - 1]) / 2;
            var least = tree.Tree.Parent[v] == tree.Tree.Parent[v - 1] ? Siblings : Subtrees;
            Assert.True(gap >= least - Tolerance, $"{v - 1} and {v} are {gap} apart");
        }
    });

    [Fact]
    public void Parents_stand_over_the_middle_of_their_children() => Checks.Hold(RandomTree.Any, tree =>
    {
        var x = Place(tree);
        for (var v = 0; v < x.Length; v++)
        {
            if (tree.Tree.ChildCount[v] == 0) continue;
            var (first, last) = (tree.Tree.FirstChild[v], tree.Tree.FirstChild[v] + tree.Tree.ChildCount[v] - 1);
            Assert.Equal((x[first] + x[last]) / 2, x[v], 6);
        }
    });

    [Fact]
    public void A_subtree_looks_the_same_wherever_it_stands() => Checks.Hold(RandomTree.Any, tree =>
    {
        var x = Place(tree);
        var looks = new Dictionary<string, double[]>();
        for (var v = x.Length - 1; v >= 0; v--)
        {
            var members = Subtree(tree.Tree, v).ToArray();
            var shape = string.Join(' ', members.Select(m => $"{tree.Tree.ChildCount[m]}:{tree.Width[m]}"));
            var offsets = members.Select(m => x[m] - x[v]).ToArray();
            if (looks.TryAdd(shape, offsets)) continue;
            Assert.All(offsets.Zip(looks[shape]), pair => Assert.Equal(pair.Second, pair.First, 6));
        }
    });

    [Fact]
    public void A_tree_laid_out_alone_looks_as_it_does_within_another() => Checks.Hold(RandomTree.Any, tree =>
    {
        var x = Place(tree);
        var v = tree.Tree.FirstChild[0];
        if (tree.Tree.ChildCount[0] == 0) return;
        var members = Subtree(tree.Tree, v).ToArray();
        var index = members.Select((m, i) => (m, i)).ToDictionary(p => p.m, p => p.i);
        var alone = TidyLayout.Place(LevelTree.Of([.. members.Select((m, i) => i == 0 ? -1 : index[tree.Tree.Parent[m]])]),
            [.. members.Select(m => tree.Width[m])], Siblings, Subtrees);
        for (var i = 0; i < members.Length; i++) Assert.Equal(alone[i] - alone[0], x[members[i]] - x[v], 6);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(10)]
    public void A_complete_binary_tree_is_as_wide_as_its_leaves(int depth)
    {
        var nodes = (1 << (depth + 1)) - 1;
        var (width, leaves) = (Enumerable.Repeat(20.0, nodes).ToArray(), 1 << depth);
        var x = TidyLayout.Place(
            LevelTree.Of([.. Enumerable.Range(0, nodes).Select(v => v == 0 ? -1 : (v - 1) / 2)]), width, Siblings, Subtrees);
        Assert.Equal(leaves * 20 + leaves / 2 * Siblings + (leaves / 2 - 1) * Subtrees, x.Max() + 10, 6);
    }

    /// <summary>Subtrees slide under one another where there is room: the right one starts beside the left one's short side.</summary>
    [Fact]
    public void Subtrees_are_packed_along_their_contours()
    {
        // 0 has 1, 2; 1 has only 3; 2 has 4, 5, 6: children of different parents on level 2.
        var x = TidyLayout.Place(LevelTree.Of([-1, 0, 0, 1, 2, 2, 2]), [.. Enumerable.Repeat(10.0, 7)], 10, 10);
        Assert.Equal([0, 20, 40, 60], new[] { x[3], x[4], x[5], x[6] }.Select(p => p - x[3]));
    }

    [Fact]
    public void Small_subtrees_between_large_ones_are_spread_evenly()
    {
        // The root's children 1 and 5 have three wide leaves each, 2, 3 and 4 none.
        var width = new double[] { 10, 10, 10, 10, 10, 10, 100, 100, 100, 100, 100, 100 };
        var x = TidyLayout.Place(LevelTree.Of([-1, 0, 0, 0, 0, 0, 1, 1, 1, 5, 5, 5]), width, 10, 10);
        var gaps = Enumerable.Range(2, 4).Select(v => x[v] - x[v - 1]).ToArray();
        Assert.All(gaps, g => Assert.Equal(gaps[0], g, 6));
    }

    [Theory]
    [InlineData("random")]
    [InlineData("path")]
    [InlineData("star")]
    [InlineData("comb")]
    public void A_hundred_thousand_nodes_take_less_than_a_second(string kind)
    {
        const int Nodes = 100_000;
        var random = new Random(4);
        var parents = new int[Nodes];
        parents[0] = -1;
        for (var v = 1; v < Nodes; v++)
        {
            parents[v] = kind switch
            {
                "path" => v - 1,
                "star" => 0,
                "comb" => Math.Max(0, v % 2 == 1 ? v - 2 : v - 3), // a path with a leaf at every node
                _ => Math.Min(v - 1, Math.Max(0, parents[v - 1]) + random.Next(2)),
            };
        }

        var tree = LevelTree.Of(parents);
        var width = Enumerable.Range(0, Nodes).Select(v => 10.0 + v % 7).ToArray();
        TidyLayout.Place(LevelTree.Of(parents[..1000]), width[..1000], 10, 10);
        var watch = Stopwatch.StartNew();
        var x = TidyLayout.Place(tree, width, 10, 10);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
        Assert.All(x, p => Assert.True(double.IsFinite(p)));
    }

    [Fact]
    public void Nodes_in_another_order_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => LevelTree.Of([-1, 0, 1, 0]));
        Assert.Contains("Node 3 has parent 0", error.Message);
    }

    private static IEnumerable<int> Subtree(LevelTree tree, int root)
    {
        var queue = new Queue<int>([root]);
        while (queue.TryDequeue(out var v))
        {
            yield return v;
            for (var c = tree.FirstChild[v]; c < tree.FirstChild[v] + tree.ChildCount[v]; c++) queue.Enqueue(c);
        }
    }
}
