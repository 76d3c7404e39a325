namespace Qiansi.Amazons;

/// <summary>
/// Whether an engine is better, asked after each pair of games and answered as soon as the answer is sure enough (Wald's sequential
/// probability ratio test, 1945).
/// </summary>
/// <remarks>
/// Games count as independent. Those of a pair share their opening, which makes their results differ more often than chance would have it:
/// the errors are then smaller than asked for.
/// </remarks>
/// <param name="Elo0">What "no better" means: a difference of Elo.</param>
/// <param name="Elo1">What "better" means: a larger one.</param>
/// <param name="Alpha">Chance to say "better" when it is not.</param>
/// <param name="Beta">Chance to say "no better" when it is.</param>
public sealed record Sprt(double Elo0, double Elo1, double Alpha = 0.05, double Beta = 0.05)
{
    /// <summary>The logarithm of how much more likely the games are with <see cref="Elo1"/> than with <see cref="Elo0"/>.</summary>
    public double LogLikelihoodRatio(int wins, int losses)
    {
        var (p0, p1) = (Score(Elo0), Score(Elo1));
        return wins * Math.Log(p1 / p0) + losses * Math.Log((1 - p1) / (1 - p0));
    }

    /// <summary>The answer.</summary>
    /// <returns>True: better; false: no better; null: not sure yet.</returns>
    public bool? Decide(Match match)
    {
        var ratio = LogLikelihoodRatio(match.Wins, match.Games.Count - match.Wins);
        return ratio >= Math.Log((1 - Beta) / Alpha) ? true : ratio <= Math.Log(Beta / (1 - Alpha)) ? false : null;
    }

    private static double Score(double elo) => 1 / (1 + Math.Pow(10, -elo / 400));
}
