namespace Qiansi.Automata;

/// <summary>One step of the minimisation.</summary>
/// <param name="Groups">The states that nothing has told apart yet, group by group.</param>
/// <param name="Split">The group that was split; null at the beginning.</param>
/// <param name="On">The characters that told its states apart; null at the beginning.</param>
/// <param name="By">The group that some of its states reach with them and others do not.</param>
/// <param name="Result">The automaton whose states are the groups. Before the last step its edges are those of each group's first
/// state.</param>
public sealed record MinimizationStep(IReadOnlyList<IReadOnlyList<int>> Groups, IReadOnlyList<int>? Split, CharSet? On,
    IReadOnlyList<int>? By, Dfa Result);
