namespace Qiansi.Amazons;

/// <summary>A row of a table of a tournament.</summary>
/// <param name="Name">The engine.</param>
/// <param name="Games">Games it played.</param>
/// <param name="Wins">Games it won.</param>
/// <param name="Elo">Its strength; the mean of all is 0.</param>
/// <param name="Error">Half of the interval of 95 % around it.</param>
public sealed record Standing(string Name, int Games, int Wins, double Elo, double Error)
{
    private const double EloOfNat = 173.7178; // 400 / ln 10
    private const double Prior = 0.1;

    /// <summary>The table of any games, the strongest first.</summary>
    /// <remarks>
    /// Strengths under which the results are likeliest, a game being won with the chance 1/(1 + e^−difference) (Bradley and Terry 1952),
    /// by Newton's method; a weak prior keeps those finite who won or lost every game. Errors are from the inverse of the information
    /// matrix.
    /// </remarks>
    public static IReadOnlyList<Standing> Of(IEnumerable<Game> games)
    {
        var all = games.ToList();
        var names = all.SelectMany(g => (string[])[g.First, g.Second]).Distinct().Order(StringComparer.Ordinal).ToArray();
        var pairs = all.Select(g => (Winner: g.Winner, Loser: g.Winner == g.First ? g.Second : g.First)).CountBy(p => p)
            .Select(p => (Winner: Array.IndexOf(names, p.Key.Winner), Loser: Array.IndexOf(names, p.Key.Loser), Count: p.Value)).ToList();
        var strength = new double[names.Length];
        var information = new double[names.Length, names.Length];
        for (var round = 0; round < 50; round++)
        {
            Array.Clear(information);
            var gradient = Array.ConvertAll(strength, s => -Prior * s);
            for (var i = 0; i < names.Length; i++) information[i, i] = Prior;
            foreach (var (winner, loser, count) in pairs)
            {
                var chance = 1 / (1 + Math.Exp(strength[loser] - strength[winner]));
                gradient[winner] += count * (1 - chance);
                gradient[loser] -= count * (1 - chance);
                var weight = count * chance * (1 - chance);
                information[winner, winner] += weight;
                information[loser, loser] += weight;
                information[winner, loser] -= weight;
                information[loser, winner] -= weight;
            }

            var step = LinearSystem.Solve(information, gradient);
            var longest = step.Select(Math.Abs).DefaultIfEmpty().Max();
            for (var i = 0; i < names.Length; i++) strength[i] += step[i] / Math.Max(1, longest);
            if (longest < 1e-9) break;
        }

        var mean = strength.DefaultIfEmpty().Average();
        return [.. names.Select((name, i) => new Standing(
            name, all.Count(g => g.First == name || g.Second == name), all.Count(g => g.Winner == name),
            EloOfNat * (strength[i] - mean), 1.96 * EloOfNat * Math.Sqrt(Variance(information, i)))).OrderByDescending(s => s.Elo)];
    }

    /// <summary>The variance of one strength less the mean of all.</summary>
    private static double Variance(double[,] information, int i)
    {
        var n = information.GetLength(0);
        var against = Enumerable.Range(0, n).Select(j => (i == j ? 1.0 : 0) - 1.0 / n).ToArray();
        return LinearSystem.Solve(information, against).Zip(against, (a, b) => a * b).Sum();
    }
}
