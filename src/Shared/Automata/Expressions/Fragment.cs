namespace Qiansi.Automata.Expressions;

/// <summary>A part of an automaton: no edge leads to its start from outside, none leaves its end yet.</summary>
internal readonly record struct Fragment(int Start, int End);
