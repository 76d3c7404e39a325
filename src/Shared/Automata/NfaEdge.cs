namespace Qiansi.Automata;

/// <summary>An edge of an <see cref="Nfa"/>.</summary>
/// <param name="From">The state it leaves.</param>
/// <param name="On">The characters it takes; null takes none (ε).</param>
/// <param name="To">The state it leads to.</param>
public sealed record NfaEdge(int From, CharSet? On, int To);
