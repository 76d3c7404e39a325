using System.Globalization;

namespace Qiansi.Amazons;

/// <summary>The games of two engines, each opening played twice with the sides changed.</summary>
/// <param name="First">Name of the first engine.</param>
/// <param name="Second">Name of the second.</param>
/// <param name="Games">The games.</param>
public sealed record Match(string First, string Second, IReadOnlyList<Game> Games)
{
    private const double Z = 1.959964;

    /// <summary>The logarithm of the odds up to which an opening counts as even: chances of 40 to 60 %.</summary>
    private const double Even = 0.4;

    /// <summary>Games the first engine won.</summary>
    public int Wins => Games.Count(g => g.Winner == First);

    /// <summary>Its share of the games, 0 to 1; the game knows no draws.</summary>
    public double Score => Games.Count == 0 ? 0.5 : (double)Wins / Games.Count;

    /// <summary>Wilson's interval of 95 % around the score.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            double n = Math.Max(Games.Count, 1);
            var middle = (Score + Z * Z / (2 * n)) / (1 + Z * Z / n);
            var half = Z / (1 + Z * Z / n) * Math.Sqrt(Score * (1 - Score) / n + Z * Z / (4 * n * n));
            return (Math.Clamp(middle - half, 0, Score), Math.Clamp(middle + half, Score, 1));
        }
    }

    /// <summary>Elo's difference that belongs to a score: 400·lg(s/(1 − s)); infinite at 0 and 1.</summary>
    public static double Elo(double score) => 400 * Math.Log10(score / (1 - score));

    /// <summary>Plays a match.</summary>
    /// <param name="first">An engine.</param>
    /// <param name="second">Another; the names have to differ.</param>
    /// <param name="options">Openings, board and when to end.</param>
    /// <param name="limits">For each move.</param>
    /// <param name="progress">Told of each game.</param>
    /// <param name="cancellation">Ends the match after the running move; the games that were finished are returned.</param>
    /// <exception cref="ArgumentException">The engines have the same name.</exception>
    public static Match Play(
        IEngine first, IEngine second, MatchOptions options, SearchLimits limits, IProgress<Game>? progress = null,
        CancellationToken cancellation = default)
    {
        if (first.Name == second.Name)
            throw new ArgumentException($"both engines are called '{first.Name}'; a match has to tell them apart", nameof(second));
        var match = new Match(first.Name, second.Name, []);
        var (games, seed) = (new List<Game>(), options.Seed);
        for (var pair = 0; pair < options.Pairs; pair++)
        {
            var opening = EvenOpening(options.Size, options.OpeningMoves, ref seed);
            foreach (var (begins, follows) in ((IEngine, IEngine)[])[(first, second), (second, first)])
            {
                if (PlayGame(opening, begins, follows, limits, cancellation) is not { } game) return match with { Games = games };
                games.Add(game);
                progress?.Report(game);
            }

            if (options.Sprt?.Decide(match with { Games = games }) is not null) break;
        }

        return match with { Games = games };
    }

    /// <summary>Plays one game; each engine begins it anew.</summary>
    /// <returns>Null when it was cancelled.</returns>
    /// <exception cref="IllegalMoveException">An engine's move is against the rules.</exception>
    public static Game? PlayGame(
        Board start, IEngine first, IEngine second, SearchLimits limits, CancellationToken cancellation = default)
    {
        var board = start.Clone();
        first.Reset();
        second.Reset();
        var moves = new List<Move>();
        while (!board.IsOver)
        {
            var engine = moves.Count % 2 == 0 ? first : second;
            var move = engine.Search(board, limits, cancellation: cancellation).Best!.Value;
            if (cancellation.IsCancellationRequested) return null;
            board.Play(move);
            moves.Add(move);
        }

        return new(start.ToString(), first.Name, second.Name, moves.Count % 2 == 0 ? second.Name : first.Name, moves);
    }

    /// <summary>
    /// A position some random moves after the start that is about even; in others both engines would win with the same side.
    /// </summary>
    private static Board EvenOpening(int size, int moves, ref ulong seed)
    {
        while (true)
        {
            var board = Opening(size, moves, ref seed);
            if (Math.Abs(Weights.HandSet.ValueOf(board)) < Even || moves == 0) return board;
        }
    }

    /// <summary>A position some random moves after the start, in which nobody has lost yet.</summary>
    internal static Board Opening(int size, int moves, ref ulong seed)
    {
        while (true)
        {
            var board = Board.Start(size);
            for (var ply = 0; ply < moves && board.Moves() is { Length: > 0 } all; ply++)
                board.Make(all[(int)(Zobrist.SplitMix(ref seed) % (ulong)all.Length)]);
            if (!board.IsOver) return board;
        }
    }

    /// <summary>
    /// <c>alpha-beta : plain alpha-beta  186 : 14, 93.0 % (88.6–95.8 %), Elo +449 (+356…+543)</c>; a score of 0 or 1 has no finite Elo and
    /// reads ±∞.
    /// </summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{First} : {Second}  {Wins} : {Games.Count - Wins}, {100 * Score:0.0} % ({100 * Interval.Low:0.0}–{100 * Interval.High:0.0} %), ")
        + $"Elo {InWords(Elo(Score))} ({InWords(Elo(Interval.Low))}…{InWords(Elo(Interval.High))})";

    private static string InWords(double elo) => double.IsInfinity(elo) ? elo > 0 ? "+∞" : "−∞"
        : elo.ToString("+0;−0;0", CultureInfo.InvariantCulture);
}
