namespace Qiansi.Amazons;

/// <summary>Everybody against everybody.</summary>
public static class Tournament
{
    /// <summary>Plays a match of each two engines.</summary>
    /// <param name="engines">Two or more, with different names.</param>
    /// <param name="options">Of each match.</param>
    /// <param name="limits">For each move.</param>
    /// <param name="progress">Told of each game.</param>
    /// <param name="cancellation">Ends the tournament; the games that were finished are returned.</param>
    /// <returns>The games; <see cref="Standing.Of"/> makes the table of them.</returns>
    public static IReadOnlyList<Game> Play(
        IReadOnlyList<IEngine> engines, MatchOptions options, SearchLimits limits, IProgress<Game>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(engines.Count, 2);
        var games = new List<Game>();
        for (var i = 0; i < engines.Count; i++)
        {
            for (var j = i + 1; j < engines.Count; j++)
                games.AddRange(Match.Play(engines[i], engines[j], options, limits, progress, cancellation).Games);
        }

        return games;
    }
}
