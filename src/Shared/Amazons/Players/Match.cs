namespace Qiansi.Amazons;

/// <summary>One game of a match.</summary>
/// <param name="Start">The opening position.</param>
/// <param name="First">Who moved first in it.</param>
/// <param name="Winner">Who won.</param>
/// <param name="Moves">What was played.</param>
public sealed record Game(string Start, string First, string Winner, IReadOnlyList<Move> Moves);

/// <summary>The games of two engines, each opening played twice with the sides changed.</summary>
/// <param name="First">Name of the first engine.</param>
/// <param name="Second">Name of the second.</param>
/// <param name="Games">The games.</param>
public sealed record Match(string First, string Second, IReadOnlyList<Game> Games)
{
    /// <summary>Games the first engine won.</summary>
    public int Wins => Games.Count(g => g.Winner == First);

    /// <summary>Its share of the games, 0 to 1; the game knows no draws.</summary>
    public double Score => Games.Count == 0 ? 0.5 : (double)Wins / Games.Count;

    /// <summary>Wilson's interval of 95 % around the score.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            const double Z = 1.959964;
            double n = Math.Max(Games.Count, 1);
            var middle = (Score + Z * Z / (2 * n)) / (1 + Z * Z / n);
            var half = Z / (1 + Z * Z / n) * Math.Sqrt(Score * (1 - Score) / n + Z * Z / (4 * n * n));
            return (Math.Min(middle - half, Score), Math.Max(middle + half, Score));
        }
    }

    /// <summary>Elo's difference that belongs to a score: 400·lg(s/(1 − s)).</summary>
    public static double Elo(double score) => 400 * Math.Log10(score / (1 - score));

    /// <summary>Plays a match.</summary>
    /// <param name="first">An engine.</param>
    /// <param name="second">Another; the names have to differ.</param>
    /// <param name="pairs">Openings; each is played twice.</param>
    /// <param name="limits">For each move.</param>
    /// <param name="size">Of the board, as <see cref="Board.Start"/> has it.</param>
    /// <param name="openingPlies">Random moves before the engines take over, so that games differ.</param>
    /// <param name="seed">Of the openings.</param>
    /// <param name="progress">Told of each game.</param>
    /// <param name="cancellation">Ends the match after the running game; what was played is returned.</param>
    public static Match Play(
        IEngine first, IEngine second, int pairs, SearchLimits limits, int size = 10, int openingPlies = 2, ulong seed = 1,
        IProgress<Game>? progress = null, CancellationToken cancellation = default)
    {
        if (first.Name == second.Name) throw new ArgumentException($"both engines are called '{first.Name}'; a match has to tell them apart", nameof(second));
        var games = new List<Game>();
        for (var pair = 0; pair < pairs; pair++)
        {
            var opening = Opening(size, openingPlies, ref seed);
            foreach (var (white, black) in ((IEngine, IEngine)[])[(first, second), (second, first)])
            {
                if (cancellation.IsCancellationRequested) return new(first.Name, second.Name, games);
                games.Add(PlayGame(opening, white, black, limits));
                progress?.Report(games[^1]);
            }
        }

        return new(first.Name, second.Name, games);
    }

    /// <summary>Plays one game.</summary>
    /// <exception cref="IllegalMoveException">An engine's move is against the rules.</exception>
    public static Game PlayGame(Board start, IEngine first, IEngine second, SearchLimits limits)
    {
        var board = start.Clone();
        foreach (var engine in new[] { first, second }.OfType<TreeSearch>()) engine.Reset();
        var moves = new List<Move>();
        while (true)
        {
            var engine = moves.Count % 2 == 0 ? first : second;
            if (engine.Search(board, limits).Best is not { } move)
                return new(start.ToString(), first.Name, moves.Count % 2 == 0 ? second.Name : first.Name, moves);
            board.Play(move);
            moves.Add(move);
        }
    }

    /// <summary>A position some random moves after the start, in which nobody has lost yet.</summary>
    private static Board Opening(int size, int plies, ref ulong seed)
    {
        while (true)
        {
            var board = Board.Start(size);
            for (var ply = 0; ply < plies && board.Moves() is { Length: > 0 } moves; ply++)
                board.Make(moves[(int)(Zobrist.SplitMix(ref seed) % (ulong)moves.Length)]);
            if (!board.IsOver) return board;
        }
    }

    /// <summary><c>alpha-beta beats plain alpha-beta 186 : 14, 93 % (89–96 %), Elo +450</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{First} : {Second}  {Wins} : {Games.Count - Wins}, {100 * Score:0.0} % ({100 * Interval.Low:0}–{100 * Interval.High:0} %), Elo {Elo(Score):+0;−0;0}");
}
