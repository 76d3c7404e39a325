namespace Qiansi.Snl.Grammars;

/// <summary>A cell of an LL(1) table that more than one production wants.</summary>
/// <param name="Nonterminal">The row.</param>
/// <param name="Terminal">The column.</param>
/// <param name="Productions">Those that want it; the table keeps the first.</param>
public sealed record Conflict(string Nonterminal, string Terminal, IReadOnlyList<Production> Productions)
{
    /// <inheritdoc/>
    public override string ToString() => $"at {Terminal}, {Nonterminal} could be {string.Join(" or ", Productions)}";
}
