namespace Qiansi.Amazons;

/// <summary>
/// How the terms of a position are added up: each weight goes in a straight line from the opening to the end of the fight.
/// </summary>
/// <param name="Opening">Weights where everything is fought for (phase/free squares = 1), in the order of <see cref="Terms"/>.</param>
/// <param name="Ending">Weights where nothing is.</param>
/// <param name="ToMove">What the turn is worth.</param>
public sealed record Weights(IReadOnlyList<double> Opening, IReadOnlyList<double> Ending, double ToMove)
{
    private readonly double[] _opening = [.. Opening], _ending = [.. Ending];

    /// <summary>Weights set by hand, after what Lieberum says of his: what tuned ones are measured against.</summary>
    public static Weights HandSet { get; } = new([0.05, 0.09, 0.06, 0.12, 0.35], [0.45, 0.05, 0.05, 0.05, 0.1], 0.15);

    /// <summary>The weights that the engines use: for now those set by hand.</summary>
    /// <remarks>
    /// Weights by regression on the first positions of 3,000 games (<see cref="Tuning"/>) foretold results better, with a loss of 0.48
    /// against 0.68 on games kept apart, but played worse: 11 : 29 in tree search and 6 : 24 in alpha-beta (8×8, 20 ms a move). What
    /// foretells a result is not yet what a search should strive for; and of positions early in the opening, where these weights differed
    /// most, there were few.
    /// </remarks>
    public static Weights Default { get; } = HandSet;

    /// <summary>The value of a position for the side to move, as the logarithm of its odds to win.</summary>
    public double ValueOf(Board board) => ValueOf(board, Terms.Of(board));

    internal double ValueOf(Board board, Terms terms)
    {
        var value = Sum(terms, board.FreeCount);
        return (board.ToMove == Side.White ? value : -value) + ToMove;
    }

    /// <summary>1 where everything is fought for, 0 where nothing is.</summary>
    internal static double PhaseOf(Terms terms, int free) => free == 0 ? 0 : terms.Phase / free;

    /// <summary>The sum for White, without what the turn is worth.</summary>
    internal double Sum(Terms terms, int free)
    {
        var phase = PhaseOf(terms, free);
        return Blend(0, terms.QueenTerritory) + Blend(1, terms.KingTerritory) + Blend(2, terms.QueenPosition)
            + Blend(3, terms.KingPosition) + Blend(4, terms.Mobility);

        double Blend(int i, double term) => (phase * _opening[i] + (1 - phase) * _ending[i]) * term;
    }
}
