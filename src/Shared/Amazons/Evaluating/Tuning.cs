namespace Qiansi.Amazons;

/// <summary>Weights by logistic regression on games: those under which the results of the positions are likeliest (Buro 1995).</summary>
public static class Tuning
{
    private const int Terms = 5;
    private const double Ridge = 1e-3;

    /// <summary>A position of a game.</summary>
    /// <param name="Features">What the weights multiply, for the side to move: the terms in the opening's part, in the ending's, and
    /// 1.</param>
    /// <param name="Won">Whether the side to move won.</param>
    public sealed record Sample(IReadOnlyList<double> Features, bool Won);

    /// <summary>Every third position of games, White's and Black's in turn.</summary>
    public static IEnumerable<Sample> Samples(IEnumerable<Game> games)
    {
        foreach (var game in games)
        {
            var board = Board.Parse(game.Start);
            for (var i = 0; i < game.Moves.Count; i++)
            {
                if (i % 3 == 0) yield return new(Features(board), game.Winner == (i % 2 == 0 ? game.First : game.Second));
                board.Make(game.Moves[i]);
            }
        }
    }

    /// <summary>
    /// Games of an engine with itself, after two random moves up to as many as fill a quarter of the board:
    /// positions of good play alone teach little, as what a term says has been answered there already.
    /// </summary>
    /// <param name="engine">Two of the same.</param>
    /// <param name="games">How many.</param>
    /// <param name="size">Of the board.</param>
    /// <param name="limits">For each move; a budget of nodes makes the games the same again.</param>
    /// <param name="seed">Of the openings.</param>
    /// <param name="cancellation">Ends it; the games that were finished are returned.</param>
    public static IEnumerable<Game> SelfPlay(
        Func<IEngine> engine, int games, int size, SearchLimits limits, ulong seed = 1, CancellationToken cancellation = default)
    {
        var (one, two) = (engine(), engine());
        for (var i = 0; i < games; i++)
        {
            var opening = Match.Opening(size, 2 + i % (size * size / 4), ref seed);
            if (Match.PlayGame(opening, one, two, limits, cancellation) is not { } game) yield break;
            yield return game with { First = "first", Second = "second", Winner = game.Moves.Count % 2 == 0 ? "second" : "first" };
        }
    }

    /// <summary>The weights under which the samples are likeliest, by Newton's method; none is negative.</summary>
    /// <remarks>
    /// Each term is good for a side by what it counts. Where samples say otherwise, they are too few, and it is left out: the most negative
    /// one first, since the others may be negative only to make up for it.
    /// </remarks>
    public static Weights Fit(IReadOnlyList<Sample> samples)
    {
        var used = Enumerable.Repeat(true, 2 * Terms + 1).ToArray();
        while (true)
        {
            var weights = Fit(samples, used);
            var least = Array.IndexOf(weights, weights.Min());
            if (weights[least] >= 0) return new(weights[..Terms], weights[Terms..(2 * Terms)], weights[^1]);
            used[least] = false;
        }
    }

    private static double[] Fit(IReadOnlyList<Sample> samples, bool[] used)
    {
        var weights = new double[used.Length];
        for (var round = 0; round < 25; round++)
        {
            var (gradient, information) = (new double[used.Length], new double[used.Length, used.Length]);
            for (var i = 0; i < used.Length; i++)
            {
                gradient[i] = -Ridge * weights[i];
                information[i, i] = Ridge;
            }

            foreach (var (features, won) in samples)
            {
                var chance = Chance(weights, features);
                var (error, weight) = ((won ? 1 : 0) - chance, chance * (1 - chance));
                for (var i = 0; i < used.Length; i++)
                {
                    if (!used[i]) continue;
                    gradient[i] += error * features[i];
                    for (var j = 0; j <= i; j++)
                        if (used[j]) information[i, j] += weight * features[i] * features[j];
                }
            }

            var step = LinearSystem.Solve(information, gradient);
            for (var i = 0; i < used.Length; i++) weights[i] += step[i];
            if (step.Max(Math.Abs) < 1e-9) break;
        }

        return weights;
    }

    /// <summary>How badly weights foretell: the mean of −ln of the chance they gave to what happened; ln 2 = 0.693 is guessing.</summary>
    public static double Loss(Weights weights, IEnumerable<Sample> samples)
    {
        double[] all = [.. weights.Opening, .. weights.Ending, weights.ToMove];
        return samples.Select(s => Chance(all, s.Features) is var chance && s.Won ? -Math.Log(chance) : -Math.Log(1 - chance))
            .DefaultIfEmpty().Average();
    }

    private static double[] Features(Board board)
    {
        var terms = Amazons.Terms.Of(board);
        var sign = board.ToMove == Side.White ? 1 : -1;
        var phase = Weights.PhaseOf(terms, board.FreeCount);
        double[] values = [terms.QueenTerritory, terms.KingTerritory, terms.QueenPosition, terms.KingPosition, terms.Mobility];
        return [.. values.Select(v => sign * phase * v), .. values.Select(v => sign * (1 - phase) * v), 1];
    }

    private static double Chance(double[] weights, IReadOnlyList<double> features)
    {
        var value = 0.0;
        for (var i = 0; i < weights.Length; i++) value += weights[i] * features[i];
        return 1 / (1 + Math.Exp(-Math.Clamp(value, -30, 30)));
    }
}
