using Qiansi.Torch.Autograd;

namespace Qiansi.Tensors.Layers;

/// <summary>
/// Finds in the graph of gradients what layers gave out that were called by <c>forward</c>, which no hook sees: the operation that takes a
/// layer's weight gives its output's shape.
/// </summary>
internal static class GraphShapes
{
    /// <summary>The output shapes of the operations on each parameter.</summary>
    public static Dictionary<Tensor, LayerCall> Of(IEnumerable<Tensor> results)
    {
        var found = new Dictionary<Tensor, LayerCall>(ReferenceEqualityComparer.Instance);
        var seen = new HashSet<Node>();
        var waiting = new Stack<Node>(results.Select(r => r.grad_fn).OfType<Node>());
        while (waiting.TryPop(out var node))
        {
            if (!seen.Add(node)) continue;
            foreach (var edge in node.next_functions)
            {
                if (edge.Function is not { } next) continue;
                if (Parameter(next) is { } parameter)
                    found.TryAdd(parameter, new LayerCall([], [node.OutputShape()],
                        node.OutputShape().Aggregate(1L, (a, b) => a * b) * node.OutputType().ElementSize()));
                else waiting.Push(next);
            }
        }

        return found;
    }

    /// <summary>The leaf behind a node, also behind the transposition of a weight.</summary>
    private static Tensor? Parameter(Node node) => node switch
    {
        AccumulateGrad leaf => leaf.variable,
        { Name: "TBackward0" or "TransposeBackward0" or "PermuteBackward0", next_functions: [{ Function: AccumulateGrad leaf }] } =>
            leaf.variable,
        _ => null,
    };
}
