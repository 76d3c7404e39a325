using System.Diagnostics;
using Qiansi.Trees;
using Qiansi.Trees.Layouts;

namespace Qiansi.Benchmarks;

internal static class TreesSuite
{
    private const int Nodes = 100_000;

    public static Task RunAsync(int runs)
    {
        var random = new Random(1);
        var parents = new int[Nodes];
        parents[0] = -1;
        for (var v = 1; v < Nodes; v++) parents[v] = Math.Min(v - 1, Math.Max(0, parents[v - 1]) + random.Next(2));
        var width = Enumerable.Range(0, Nodes).Select(v => 20.0 + v % 60).ToArray();
        Measure("tidy layout, 100,000 nodes", runs, () => TidyLayout.Place(LevelTree.Of(parents), width, 16, 26), "1000");
        Measure("tidy layout, a path of 100,000 nodes", runs,
            () => TidyLayout.Place(LevelTree.Of([.. Enumerable.Range(-1, Nodes)]), width, 16, 26), "1000");

        var children = Enumerable.Range(1, Nodes - 1).ToLookup(v => parents[v]);
        Measure("tree of 100,000 nodes read, pruned, as HTML", runs, () => Tree.Of(0, v => children[v]).ToHtml());
        var edges = Enumerable.Range(1, 299)
            .SelectMany(v =>
                Enumerable.Range(0, 1 + random.Next(2))
                    .Select(_ => new GraphEdge(random.Next(Math.Max(0, v - 12), v), v) { Label = "[64, 10]" })).ToArray();
        var nodes = Enumerable.Range(0, 300).Select(v => new GraphNode($"node {v}\n[64, 10]")).ToArray();
        Measure("graph of 300 nodes with edge labels as HTML", runs, () => Graph.Of(nodes, edges).Keep(300).ToHtml());
        return Task.CompletedTask;
    }

    private static void Measure(string name, int runs, Action run, string goal = "")
    {
        run();
        var times = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            var watch = Stopwatch.StartNew();
            run();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Figures.Print(name, times, "ms", goal);
    }
}
