namespace Qiansi.Amazons;

/// <summary>Something that chooses moves.</summary>
public interface IEngine
{
    /// <summary>Its name in tables of matches.</summary>
    string Name { get; }

    /// <summary>Chooses a move; the board is left as it was.</summary>
    /// <param name="board">The position; the side to move asks.</param>
    /// <param name="limits">When to end.</param>
    /// <param name="progress">Told of what is known so far.</param>
    /// <param name="cancellation">Ends the search early; the best move so far is returned.</param>
    /// <returns>The best move found; whenever there is a legal move, it is one, however short the time.</returns>
    SearchReport Search(
        Board board, SearchLimits limits, IProgress<SearchReport>? progress = null, CancellationToken cancellation = default);

    /// <summary>Forgets what earlier searches left, so that the next one is that of a new game.</summary>
    void Reset()
    {
    }
}
