using Qiansi.Amazons;

namespace Qiansi.Boards;

/// <summary>Games of the Amazons played by clicking.</summary>
public static class AmazonsPlay
{
    /// <summary>Shows the board below the cell to play on: click an amazon, where it goes, and where its arrow comes down; the engine
    /// answers. A click elsewhere begins the move anew. The board itself is played on, so that other cells can look at it.</summary>
    /// <param name="board">The position; whoever is to move begins.</param>
    /// <param name="engine">The other player.</param>
    /// <param name="seconds">Its time for a move.</param>
    /// <param name="you">Your side.</param>
    public static void PlayAgainst(this Board board, IEngine engine, double seconds = 1, Side you = Side.White)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        var game = new AmazonsGame(board, engine, SearchLimits.Seconds(seconds), you);
        game.ToPicture().Show(game.Click);
    }
}
