using Qiansi.Tensors.Graphs;
using Qiansi.Torch.Autograd;
using Qiansi.Trees;

namespace Qiansi.Tensors;

/// <summary>The graph of gradients as a drawing.</summary>
public static class TensorGraph
{
    /// <summary>
    /// The operations a result was made by, from it down to the leaves, with the shapes of what flows between them and the norms of the
    /// gradients.
    /// </summary>
    /// <param name="result">A tensor with a history: a loss.</param>
    /// <param name="module">Names the leaves that are its parameters.</param>
    /// <param name="most">Most operations drawn, those nearest to the result.</param>
    /// <remarks>
    /// Gradients are calculated on the side while the graph can still be gone through; after <c>backward</c> the leaves' own are shown.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The tensor has no history.</exception>
    public static TensorPicture ShowGraph(this Tensor result, nn.Module? module = null, int most = 80)
    {
        if (result.grad_fn is null)
            throw new InvalidOperationException(
                $"ShowGraph: {ShapeText.Of(result)} has no history: "
                    + (result.requires_grad
                        ? "it is a leaf"
                        : "no tensor it was calculated from requires gradients, or it was made under no_grad"));
        var walk = new GraphWalk(result);
        var norms = walk.GradientNorms(result);
        var names = new Dictionary<Tensor, string>(ReferenceEqualityComparer.Instance);
        if (module is not null) foreach (var (name, parameter) in module.named_parameters()) names.TryAdd(parameter, name);
        GraphNode[] nodes = [.. walk.Nodes.Select((node, i) => Draw(node, i == 0, norms, names))];
        GraphEdge[] edges = [
            .. walk.Edges.Select(
                e => new GraphEdge(e.From, e.To)
                {
                    Label = ShapeText.Sizes(e.Shape),
                    Tooltip = $"{GraphWalk.Name(walk.Nodes[e.To])} {ShapeText.Sizes(e.Shape)}",
                })];
        var title = $"graph of gradients: {walk.Nodes.Count} operations and "
            + $"leaves{(norms.Count == 0 ? "; gradients of intermediate results have been freed" : "")}";
        var picture = Graph.Of(nodes, edges).Keep(most).WithTitle(title);
        return new TensorPicture(picture.ToHtml(), $"{title}\n{picture}");
    }

    private static GraphNode Draw(Node node, bool isResult, Dictionary<Node, double> norms, Dictionary<Tensor, string> names)
    {
        if (node is AccumulateGrad { variable: var leaf })
        {
            var norm = norms.TryGetValue(node, out var found) ? found : leaf.grad is { } grad ? TensorFacts.Norm(grad) : double.NaN;
            var name = names.GetValueOrDefault(leaf) ?? "leaf";
            return new GraphNode($"{name}\n{ShapeText.Sizes(leaf.sizes)}{Norm(norm)}")
            {
                Category = "leaf",
                Shape = NodeShape.Pill,
                Tooltip = TensorFacts.Line(leaf),
            };
        }

        var shape = ShapeText.Sizes(node.OutputShape());
        var label = $"{GraphWalk.Name(node)}{(isResult ? $"\n{shape}" : "")}{(norms.TryGetValue(node, out var at) ? Norm(at) : "")}";
        return new GraphNode(label)
        {
            Category = isResult ? "result" : "operation",
            Shape = NodeShape.Box,
            Tooltip = $"{node.Name}, output {shape}",
        };
    }

    private static string Norm(double norm) => double.IsNaN(norm) ? "" : $"\n‖∇‖ {StatisticsText.Number(norm)}";
}
