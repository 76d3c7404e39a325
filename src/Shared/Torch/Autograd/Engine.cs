using Qiansi.Torch.Dispatch;

namespace Qiansi.Torch.Autograd;

/// <summary>The backward pass: hands gradients from the last operation to the first.</summary>
/// <remarks>
/// Operations are numbered as they are called, so the one with the highest number among those waiting has all its gradients: a heap is all
/// it takes, no recursion, no counting beforehand. Gradients nobody else has are written over and freed on the way.
/// </remarks>
internal sealed class Engine
{
    [ThreadStatic] private static Node? current;

    private readonly Dictionary<Node, Waiting> waiting = [];
    private readonly PriorityQueue<Waiting, long> queue = new();
    private readonly bool retain;
    private readonly bool create;
    private readonly Dictionary<Edge, int>? captures;
    private readonly HashSet<Node>? reaching;
    private readonly Tensor?[] captured;

    private Engine(bool retain, bool create, Dictionary<Edge, int>? captures, HashSet<Node>? reaching)
    {
        this.retain = retain;
        this.create = create;
        this.captures = captures;
        this.reaching = reaching;
        captured = new Tensor?[captures?.Count ?? 0];
    }

    /// <summary>What an error in the backward pass is prefixed with.</summary>
    public static string CurrentName => current?.Name ?? "autograd";

    /// <summary>
    /// Runs the backward pass from the given edges. With captures, their gradients are returned and no leaf is touched (unless it
    /// accumulates them itself).
    /// </summary>
    public static Tensor?[] Run(ReadOnlySpan<Edge> roots, ReadOnlySpan<Tensor> gradients, bool retain, bool create,
        Dictionary<Edge, int>? captures)
    {
        var engine = new Engine(retain, create, captures, captures == null ? null : Reach.Of(roots, captures));
        var outer = current;
        using var mode = new GradModeScope(create);
        try
        {
            for (var i = 0; i < roots.Length; i++) engine.Hand(roots[i], gradients[i], owned: false);
            while (engine.queue.TryDequeue(out var next, out _)) engine.Step(next);
        }
        finally
        {
            current = outer;
        }
        return engine.captured;
    }

    private void Step(Waiting next)
    {
        CheckInterrupt?.Invoke();
        var node = current = next.Node;
        waiting.Remove(node);
        var grads = next.Gradients;
        if (node.hooks is { Count: > 0 }) RunHooks(node, next);
        if (captures != null && Capture(node, next)) return;
        if (node is AccumulateGrad leaf)
        {
            if (grads[0] is { } gradient && !leaf.Accumulate(gradient, next.Owned[0] && !create) && next.Owned[0]) gradient.Dispose();
            return;
        }
        if (node.edges.Length == 0) return;
        var results = new Tensor?[node.edges.Length];
        node.Backward(grads, results);
        if (Anomaly.Enabled) Anomaly.Check(node, results);
        if (!retain) node.Release();
        Distribute(node, next, results);
    }

    private void Distribute(Node node, Waiting done, Tensor?[] results)
    {
        var handedOn = -1;
        for (var g = 0; g < done.Gradients.Length && !create; g++)
        {
            if (done.Gradients[g] is not { } gradient || !done.Owned[g]) continue;
            var uses = 0;
            for (var i = 0; i < results.Length; i++)
            {
                if (!ReferenceEquals(results[i], gradient)) continue;
                uses++;
                handedOn = i;
            }
            if (uses == 0) gradient.Dispose();
            if (uses > 1) handedOn = -1;
        }
        for (var i = 0; i < results.Length; i++)
        {
            var edge = node.edges[i];
            if (results[i] is not { } gradient || edge.Function == null) continue;
            var owned = !create
                && (i == handedOn || (node.OwnsResults && gradient.storage.IsUnique && !Appears(gradient, results, i)
                    && !Appears(gradient, done.Gradients, -1)));
            var fitted = Fit(node, i, edge, gradient);
            if (!ReferenceEquals(fitted, gradient))
            {
                if (owned) gradient.Dispose();
                owned = !create && fitted.storage.IsUnique;
            }
            Hand(edge, fitted, owned);
        }
    }

    private static bool Appears(Tensor gradient, Tensor?[] list, int but)
    {
        for (var i = 0; i < list.Length; i++)
        {
            if (i != but && ReferenceEquals(list[i], gradient)) return true;
        }
        return false;
    }

    /// <summary>A gradient of exactly the shape and type of what it is the gradient of.</summary>
    private static Tensor Fit(Node node, int input, Edge edge, Tensor gradient)
    {
        var sizes = edge.Function!.OutputSizes(edge.Index);
        if (!ReferenceEquals(sizes, gradient.sizes) && !Shape.Same(sizes, gradient.sizes))
        {
            if (!Shape.Expands(sizes, gradient.sizes))
            {
                throw new InvalidOperationException(
                    $"{node.Name}: the gradient for input {input} has shape {Shape.Text(gradient.sizes)}, the input has "
                        + $"{Shape.Text(sizes)}; a gradient has the shape of its input.{Anomaly.Where(node)}");
            }
            gradient = gradient.SumTo(sizes);
        }
        var type = edge.Function.OutputType(edge.Index);
        return gradient.type == type ? gradient : gradient.to_type(type);
    }

    private void Hand(Edge edge, Tensor gradient, bool owned)
    {
        var node = edge.Function!;
        if (reaching != null && !reaching.Contains(node)) return;
        if (!waiting.TryGetValue(node, out var place))
        {
            waiting[node] = place = new Waiting(node);
            queue.Enqueue(place, node is AccumulateGrad ? long.MaxValue : -node.sequence);
        }
        var present = place.Gradients[edge.Index];
        if (present is null)
        {
            place.Gradients[edge.Index] = gradient;
            place.Owned[edge.Index] = owned;
        }
        else if (place.Owned[edge.Index] && present.rowMajor)
        {
            Binary.Run<Add>(present, gradient, present);
            if (owned) gradient.Dispose();
        }
        else
        {
            place.Gradients[edge.Index] = present + gradient;
            place.Owned[edge.Index] = !create;
            if (owned) gradient.Dispose();
        }
    }

    private static void RunHooks(Node node, Waiting place)
    {
        foreach (var hook in node.hooks!.ToArray())
        {
            if (place.Gradients[hook.Output] is not { } gradient) continue;
            place.Owned[hook.Output] = false;
            if (hook.Function(gradient) is { } other) place.Gradients[hook.Output] = other;
        }
    }

    /// <returns>Whether nothing is to be done beyond this node.</returns>
    private bool Capture(Node node, Waiting place)
    {
        for (var i = 0; i < place.Gradients.Length; i++)
        {
            if (!captures!.TryGetValue(new Edge(node, i), out var index)) continue;
            captured[index] = place.Gradients[i];
            place.Owned[i] = false;
        }
        if (node is AccumulateGrad) return true;
        foreach (var edge in node.edges)
        {
            if (edge.Function != null && reaching!.Contains(edge.Function)) return false;
        }
        return true;
    }

    private sealed class Waiting(Node node)
    {
        public readonly Node Node = node;
        public readonly Tensor?[] Gradients = new Tensor?[node.OutputCount];
        public readonly bool[] Owned = new bool[node.OutputCount];
    }
}
