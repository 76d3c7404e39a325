using System.Text;

namespace Qiansi.Snl.Syntax;

/// <summary>A syntax tree as text: one node a line, children indented by two, as the course prints it.</summary>
public static class TreeText
{
    /// <summary>The tree below a node.</summary>
    /// <param name="root">The node.</param>
    /// <param name="spans">Whether each line ends with the node's offsets: <c>[0..12)</c>.</param>
    public static string Of(SyntaxNode root, bool spans = false)
    {
        var text = new StringBuilder();
        var rest = new Stack<(SyntaxNode Node, int Depth)>([(root, 0)]);
        while (rest.TryPop(out var next))
        {
            text.Append(' ', next.Depth * 2).Append(next.Node);
            if (spans) text.Append($" [{next.Node.Span.Start}..{next.Node.Span.End})");
            text.Append('\n');
            foreach (var child in next.Node.Children.Reverse()) rest.Push((child, next.Depth + 1));
        }

        return text.ToString();
    }
}
