namespace Qiansi.Amazons;

/// <summary>How <see cref="AlphaBeta"/> searches.</summary>
/// <param name="Goes">Ways for an amazon to go that are looked at in an inner position: the best by what they are worth before the
/// arrow.</param>
/// <param name="Arrows">Arrows looked at for each of them.</param>
/// <param name="Width">Moves of an inner position that are searched: the best of those, by their evaluation.</param>
/// <param name="LastWidth">Moves of a position one move from the end of the search that are evaluated: the most promising.</param>
/// <param name="TableBytes">Memory of the transposition table, at most.</param>
public sealed record AlphaBetaOptions(int Goes = 10, int Arrows = 6, int Width = 16, int LastWidth = 48, long TableBytes = 32 << 20)
{
    /// <summary>All moves everywhere: for small boards and ends, where it proves what it says.</summary>
    public static AlphaBetaOptions Full { get; } = new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);
}
