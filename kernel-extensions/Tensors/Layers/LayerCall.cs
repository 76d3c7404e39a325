namespace Qiansi.Tensors.Layers;

/// <summary>One call of a layer, as far as sizes go.</summary>
/// <param name="Inputs">Shapes of the tensors that went in.</param>
/// <param name="Outputs">Shapes of the tensors that came out.</param>
/// <param name="Bytes">Memory of what came out.</param>
internal sealed record LayerCall(IReadOnlyList<long[]> Inputs, IReadOnlyList<long[]> Outputs, long Bytes)
{
    /// <summary>Reads a call's values: tensors, tuples and lists of them.</summary>
    public static LayerCall Of(object?[] inputs, object? result)
    {
        var given = inputs.SelectMany(Tensors).Select(t => t.shape).ToList();
        var made = Tensors(result).ToList();
        return new LayerCall(given, [.. made.Select(t => t.shape)], made.Sum(t => t.count * t.ElementSize));
    }

    /// <summary>The tensors in a value.</summary>
    public static IEnumerable<Tensor> Tensors(object? value) => value switch
    {
        Tensor tensor => [tensor],
        System.Runtime.CompilerServices.ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Tensors(tuple[i])),
        IEnumerable<Tensor> many => many,
        _ => [],
    };
}
