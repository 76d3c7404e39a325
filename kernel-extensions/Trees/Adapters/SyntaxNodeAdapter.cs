using System.Collections;

namespace Qiansi.Trees.Adapters;

/// <summary>Syntax nodes of Roslyn, found by the name of their type: inner nodes by kind, tokens by text.</summary>
internal static class SyntaxNodeAdapter
{
    /// <summary>Whether a value is a <c>Microsoft.CodeAnalysis.SyntaxNode</c> or <c>SyntaxTree</c>.</summary>
    public static bool Takes(object value) =>
        Is(value, "Microsoft.CodeAnalysis.SyntaxNode") || Is(value, "Microsoft.CodeAnalysis.SyntaxTree");

    /// <summary>The tree of a node.</summary>
    public static TreeItem Read(object value)
    {
        if (Is(value, "Microsoft.CodeAnalysis.SyntaxTree"))
        {
            var getRoot = value.GetType().GetMethods().First(m => m.Name == "GetRoot" && m.GetParameters() is [{ HasDefaultValue: true }]);
            value = getRoot.Invoke(value, [Type.Missing])!;
        }

        return Item(value);
    }

    private static TreeItem Item(object nodeOrToken)
    {
        // ChildNodesAndTokens gives SyntaxNodeOrToken, which holds the one or the other.
        var isNode = Is(nodeOrToken, "Microsoft.CodeAnalysis.SyntaxNode");
        if (!isNode && nodeOrToken.GetType().GetMethod("AsNode")?.Invoke(nodeOrToken, null) is { } node) return Item(node);
        if (!isNode)
            return new(nodeOrToken.ToString() is { Length: > 0 } text ? text : "(missing)", nodeOrToken)
            {
                Category = "token",
                Shape = NodeShape.Pill,
            };
        var children = (IEnumerable)nodeOrToken.GetType().GetMethod("ChildNodesAndTokens", Type.EmptyTypes)!.Invoke(nodeOrToken, null)!;
        return new(Kind(nodeOrToken), nodeOrToken)
        {
            Category = "node",
            Children = children.Cast<object>().Where(c => Text(c).Length > 0).Select(Item),
        };
    }

    private static string Text(object value) => value.ToString() ?? "";

    /// <summary>
    /// <c>BinaryExpressionSyntax</c> → <c>BinaryExpression</c>: the kinds' numbers have names only in the language's own assembly.
    /// </summary>
    private static string Kind(object node) =>
        node.GetType().Name is var name && name.EndsWith("Syntax", StringComparison.Ordinal) ? name[..^"Syntax".Length] : name;

    private static bool Is(object value, string typeName)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
            if (type.FullName == typeName) return true;
        return false;
    }
}
