namespace Qiansi.Torch.Autograd;

/// <summary>Which operations lie between the roots and the gradients asked for; the others need not run.</summary>
internal static class Reach
{
    public static HashSet<Node> Of(ReadOnlySpan<Edge> roots, Dictionary<Edge, int> captures)
    {
        var reaching = new HashSet<Node>();
        foreach (var edge in captures.Keys) reaching.Add(edge.Function!);
        var seen = new HashSet<Node>();
        var order = new List<Node>();
        var stack = new Stack<Node>();
        foreach (var root in roots)
        {
            if (root.Function != null) stack.Push(root.Function);
        }
        while (stack.TryPop(out var node))
        {
            if (!seen.Add(node)) continue;
            order.Add(node);
            foreach (var edge in node.edges)
            {
                if (edge.Function != null) stack.Push(edge.Function);
            }
        }
        // An operation comes after those its gradient goes to; leaves have no edges, so their place does not matter.
        order.Sort((a, b) => a.sequence.CompareTo(b.sequence));
        foreach (var node in order)
        {
            foreach (var edge in node.edges)
            {
                if (edge.Function != null && reaching.Contains(edge.Function))
                {
                    reaching.Add(node);
                    break;
                }
            }
        }
        return reaching;
    }
}
