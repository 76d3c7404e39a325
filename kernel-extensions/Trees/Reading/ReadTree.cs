using Qiansi.Contracts;
using Qiansi.Runtime;
using Qiansi.Trees.Layouts;

namespace Qiansi.Trees.Reading;

/// <summary>A tree of items read level by level.</summary>
/// <param name="Items">The items; null where a child of two is not there.</param>
/// <param name="Shape">Who is whose child.</param>
/// <param name="ReadCount">The children of the first so many items were read.</param>
/// <param name="Cycles">Items that are among their own ancestors; their children are not read again.</param>
/// <param name="Deeper">Items whose children are below the depth asked for.</param>
internal sealed record ReadTree<T>(List<T?> Items, LevelTree Shape, int ReadCount, HashSet<int> Cycles, HashSet<int> Deeper)
{
    /// <summary>Most items read.</summary>
    public const int Limit = 1_000_000;

    /// <summary>Longest time spent reading, in milliseconds: trees may be made while they are read, and have no end.</summary>
    public const int Time = 3000;

    /// <summary>Whether all was read.</summary>
    public bool IsWhole => ReadCount == Items.Count;

    /// <summary>Reads a tree.</summary>
    /// <param name="root">Its root.</param>
    /// <param name="children">Children of an item; null for none.</param>
    /// <param name="depth">Levels to read below the root.</param>
    public static ReadTree<T> Of(T root, Func<T, IEnumerable<T?>?> children, int depth = int.MaxValue)
    {
        var (items, parents, levels, cycles, deeper) = (new List<T?> { root }, new List<int> { -1 }, new List<int> { 0 },
            new HashSet<int>(), new HashSet<int>());
        var seen = typeof(T).IsValueType ? null : new HashSet<object?>(ReferenceEqualityComparer.Instance) { root };
        var end = Environment.TickCount64 + Time;
        var v = 0;
        for (; v < items.Count && items.Count < Limit && Environment.TickCount64 < end; v++)
        {
            Guard.Loop();
            if (items[v] is not { } item || cycles.Contains(v)) continue;
            var below = children(item);
            if (below is null) continue;
            if (levels[v] == depth)
            {
                if (below.Any(c => c is not null)) deeper.Add(v);
                continue;
            }

            foreach (var child in WithGaps(below))
            {
                if (child is not null && seen?.Add(child) == false && child is not string && IsAncestor(child, v, items, parents))
                    cycles.Add(items.Count);
                items.Add(child);
                parents.Add(v);
                levels.Add(levels[v] + 1);
                if (items.Count >= Limit) break;
            }
        }

        return new(items, LevelTree.Of([.. parents]), v, cycles, deeper);
    }

    /// <summary>Of two children one may be missing, and its place stays; in longer lists null is nothing.</summary>
    private static IEnumerable<T?> WithGaps(IEnumerable<T?> children)
    {
        var list = children as IReadOnlyList<T?> ?? [.. children.Take(Limit)];
        return list.Count == 2 && list.Any(c => c is not null) ? list : list.Where(c => c is not null);
    }

    private static bool IsAncestor(object item, int of, List<T?> items, List<int> parents)
    {
        for (var v = of; v >= 0; v = parents[v]) if (ReferenceEquals(items[v], item)) return true;
        return false;
    }
}
