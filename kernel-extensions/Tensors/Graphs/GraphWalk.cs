using Qiansi.Torch.Autograd;

namespace Qiansi.Tensors.Graphs;

/// <summary>The graph of gradients from a result to its leaves: what is drawn of it.</summary>
internal sealed class GraphWalk
{
    private readonly Dictionary<Node, int> _numbers = [];

    /// <summary>Walks from a result.</summary>
    public GraphWalk(Tensor result)
    {
        var waiting = new Queue<Node>();
        Number(result.grad_fn!, waiting);
        while (waiting.TryDequeue(out var node))
        {
            foreach (var edge in node.next_functions)
            {
                if (edge.Function is not { } next) continue;
                Number(next, waiting);
                Edges.Add((_numbers[node], _numbers[next], next.OutputShape(edge.Index)));
            }
        }
    }

    /// <summary>The operations, the result's first.</summary>
    public List<Node> Nodes { get; } = [];

    /// <summary>From an operation to that of one of its inputs, and the input's shape.</summary>
    public List<(int From, int To, long[] Shape)> Edges { get; } = [];

    /// <summary>The leaves that were reached.</summary>
    public IEnumerable<Tensor> Leaves => Nodes.OfType<AccumulateGrad>().Select(n => n.variable);

    /// <summary>What an operation is called without what all names end with.</summary>
    public static string Name(Node node)
    {
        var name = node.Name;
        var end = name.LastIndexOf("Backward", StringComparison.Ordinal);
        return end > 0 ? name[..end] : name;
    }

    /// <summary>
    /// The norm of the gradient at each operation's output, found by one backward pass that leaves every <c>grad</c> as it is; empty when
    /// the graph has been freed.
    /// </summary>
    public Dictionary<Node, double> GradientNorms(Tensor result)
    {
        var norms = new Dictionary<Node, double>();
        var hooked = new List<(Node Node, GradHook Hook)>();
        var leaves = Leaves.Distinct().ToList();
        if (leaves.Count == 0) return norms;
        foreach (var node in Nodes)
        {
            if (node is AccumulateGrad) continue;
            var hook = new GradHook(0, gradient =>
            {
                norms[node] = TensorFacts.Norm(gradient);
                return null;
            });
            (node.hooks ??= []).Add(hook);
            hooked.Add((node, hook));
        }

        try
        {
            using var off = no_grad();
            var gradients = autograd.grad([result], leaves, [ones_like(result)], retain_graph: true, allow_unused: true);
            foreach (var node in Nodes.OfType<AccumulateGrad>())
            {
                if (gradients[leaves.IndexOf(node.variable)] is { } gradient) norms[node] = TensorFacts.Norm(gradient);
            }
        }
        catch (InvalidOperationException)
        {
            // A backward pass has been here and has freed what this one would need: the leaves' own grads are left to show.
            norms.Clear();
        }
        finally
        {
            foreach (var (node, hook) in hooked) node.hooks!.Remove(hook);
        }

        return norms;
    }

    private void Number(Node node, Queue<Node> waiting)
    {
        if (!_numbers.TryAdd(node, Nodes.Count)) return;
        Nodes.Add(node);
        waiting.Enqueue(node);
    }
}
