using Qiansi.Contracts;
using Qiansi.Runtime;

namespace Qiansi.Trees.Pictures;

/// <summary>Follows what items point to.</summary>
internal static class GraphReader<T>
    where T : notnull
{
    private const int Limit = 100_000;

    /// <summary>All that can be reached, in width, up to 100,000 items.</summary>
    public static (List<T> Items, List<GraphEdge> Edges) Read(IEnumerable<T> roots, Func<T, IEnumerable<T>?> next,
        IEqualityComparer<T>? comparer)
    {
        var (items, edges, index) = (new List<T>(), new List<GraphEdge>(), new Dictionary<T, int>(comparer));
        foreach (var root in roots) if (index.TryAdd(root, items.Count)) items.Add(root);
        for (var v = 0; v < items.Count; v++)
        {
            Guard.Loop();
            foreach (var item in next(items[v]) ?? [])
            {
                if (!index.TryGetValue(item, out var to))
                {
                    if (items.Count == Limit)
                        throw new InvalidOperationException(
                            $"The graph has more than {Limit:#,##0} nodes, or never ends; let `next` stop at some depth.");
                    index[item] = to = items.Count;
                    items.Add(item);
                }

                edges.Add(new(v, to));
            }
        }

        return (items, edges);
    }
}
