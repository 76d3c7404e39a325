namespace Qiansi.Amazons;

/// <summary>What a match is played on, and how long.</summary>
/// <param name="Pairs">Openings at most; each is played twice, with the sides changed.</param>
/// <param name="Size">Of the board, as <see cref="Board.Start"/> has it.</param>
/// <param name="OpeningMoves">Random moves before the engines take over, so that games differ; openings that are not about even are left
/// out.</param>
/// <param name="Seed">Of the openings.</param>
/// <param name="Sprt">Ends the match when it is decided; null plays all.</param>
public sealed record MatchOptions(int Pairs, int Size = 10, int OpeningMoves = 2, ulong Seed = 1, Sprt? Sprt = null);
