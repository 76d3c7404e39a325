using Qiansi.Tensors.Attention;

namespace Qiansi.Tensors.AttentionLayers;

/// <summary>What a head does, in numbers.</summary>
/// <param name="Layer">Its layer.</param>
/// <param name="Head">Its number there.</param>
/// <param name="Strongest">The pair of the largest weight, with the weight.</param>
/// <param name="Distance">Keys between a query and what it looks at, weighted mean; null for two different texts.</param>
/// <param name="Entropy">Entropy of a query's weights, mean, in nats: 0 looks at one key, ln n at all alike.</param>
internal sealed record HeadReading(int Layer, int Head, string Strongest, double? Distance, double Entropy)
{
    /// <summary>The readings of a layer's heads.</summary>
    public static IReadOnlyList<HeadReading> All(AttentionHeads attention, int layer) =>
        [.. attention.Heads.Select((_, head) => Of(attention, layer, head))];

    /// <summary>One line.</summary>
    public override string ToString() =>
        $"layer {Layer}, head {Head}: {Strongest}"
            + (Distance is { } distance ? $"; looks {NumberText.Short(distance, 2)} tokens away" : "")
            + $"; entropy {NumberText.Short(Entropy, 2)}";

    private static HeadReading Of(AttentionHeads attention, int layer, int head)
    {
        var plane = attention.Heads[head];
        var (most, distance, entropy) = ((Query: 0, Key: 0), 0.0, 0.0);
        for (var q = 0; q < plane.Rows; q++)
        {
            for (var k = 0; k < plane.Columns; k++)
            {
                var weight = plane[q, k];
                if (weight > plane[most.Query, most.Key]) most = (q, k);
                distance += weight * Math.Abs(q - k);
                if (weight > 0) entropy -= weight * Math.Log(weight);
            }
        }

        var strongest = $"{attention.Queries[most.Query]} → {attention.Keys[most.Key]} "
            + NumberText.Short(plane[most.Query, most.Key], 2);
        return new(layer, head, strongest, attention.IsOneText ? distance / plane.Rows : null, entropy / plane.Rows);
    }
}
