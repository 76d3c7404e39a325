using Qiansi.Tensors.Attention;

namespace Qiansi.Tensors.AttentionLines;

/// <summary>The weights that are drawn as lines: those of some size, and of too many the largest.</summary>
internal sealed class WeightLines
{
    /// <summary>So many stay below 64 KiB with their titles.</summary>
    private const int Most = 300;

    /// <summary>Chooses the lines.</summary>
    public WeightLines(AttentionHeads attention, IReadOnlyList<int> heads, double least)
    {
        var all = from h in heads
                  from q in Enumerable.Range(0, attention.Queries.Count)
                  from k in Enumerable.Range(0, attention.Keys.Count)
                  let weight = attention.Heads[h][q, k]
                  where weight >= least && weight > 0
                  orderby weight descending
                  select new WeightLine(h, q, k, weight);
        Shown = [.. all.Take(Most).Reverse()];
        Least = Shown.Count < Most ? least : Shown[0].Weight;
        Share = Shown.Sum(l => l.Weight) / (heads.Count * attention.Queries.Count);
    }

    /// <summary>The lines, the darkest last, which is on top.</summary>
    public IReadOnlyList<WeightLine> Shown { get; }

    /// <summary>Smallest weight that is drawn.</summary>
    public double Least { get; }

    /// <summary>The part of all attention that is drawn, 0 to 1.</summary>
    public double Share { get; }
}
