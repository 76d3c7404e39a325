namespace Qiansi.Automata;

/// <summary>One step of the subset construction.</summary>
/// <param name="From">The state of the new automaton that is looked at; <see cref="Dfa.None"/> at the beginning.</param>
/// <param name="On">The characters that are followed; null at the beginning.</param>
/// <param name="States">The old automaton's states that they lead to.</param>
/// <param name="IsNew">Whether no state stood for these before.</param>
/// <param name="Result">The new automaton so far.</param>
public sealed record SubsetStep(int From, CharSet? On, IReadOnlyList<int> States, bool IsNew, Dfa Result);
