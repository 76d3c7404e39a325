namespace Qiansi.Trees.Layouts.Layered;

/// <summary>Edges gathered by one of their ends.</summary>
internal static class Adjacency
{
    /// <summary>Numbers of the edges at each node, ascending.</summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="edges">Number of edges.</param>
    /// <param name="end">The end of an edge that counts.</param>
    public static int[][] Of(int nodes, int edges, Func<int, int> end)
    {
        var count = new int[nodes];
        for (var e = 0; e < edges; e++) count[end(e)]++;
        var result = Array.ConvertAll(count, c => new int[c]);
        Array.Clear(count);
        for (var e = 0; e < edges; e++) result[end(e)][count[end(e)]++] = e;
        return result;
    }
}
