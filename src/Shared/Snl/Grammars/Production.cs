namespace Qiansi.Snl.Grammars;

/// <summary>One production of a grammar.</summary>
/// <param name="Number">Its number, from 1, as the grammar's text gives it.</param>
/// <param name="Left">The nonterminal on the left.</param>
/// <param name="Right">The symbols on the right; empty for ε.</param>
public sealed record Production(int Number, string Left, IReadOnlyList<string> Right)
{
    /// <inheritdoc/>
    public override string ToString() => $"({Number}) {Left} → {(Right.Count == 0 ? "ε" : string.Join(' ', Right))}";
}
