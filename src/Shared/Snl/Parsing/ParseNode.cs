using Qiansi.Snl.Grammars;

namespace Qiansi.Snl.Parsing;

/// <summary>A node of a parse tree: a symbol of the grammar and what it became.</summary>
/// <param name="symbol">The symbol.</param>
public sealed class ParseNode(string symbol)
{
    /// <summary>The symbol.</summary>
    public string Symbol { get; } = symbol;

    /// <summary>The production it was replaced by; null for a terminal, and for a nonterminal given up after an error.</summary>
    public Production? Production { get; internal set; }

    /// <summary>One for each symbol of the production's right side.</summary>
    public IReadOnlyList<ParseNode> Children { get; internal set; } = [];

    /// <summary>Index of its first token; for a terminal, its token; -1 when that was missing.</summary>
    public int First { get; internal set; } = -1;

    /// <summary>Index after its last token.</summary>
    public int End { get; internal set; } = -1;

    /// <summary>The child of a symbol, or null.</summary>
    public ParseNode? this[string child]
    {
        get
        {
            foreach (var node in Children)
            {
                if (node.Symbol == child) return node;
            }

            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Production?.ToString() ?? Symbol;
}
