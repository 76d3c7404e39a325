using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Amazons;

/// <summary>
/// A position of the Game of the Amazons on a board of 4×4 to 10×10 squares, with any number of amazons; moves are made and taken back in
/// place.
/// </summary>
/// <remarks>
/// The rules: the side to move moves one of its amazons as a chess queen moves, then that amazon shoots an arrow, which also goes as a
/// queen and blocks its square for good. Who cannot move has lost.
/// </remarks>
public sealed partial class Board
{
    /// <summary>Fewest and most squares of a side of the board.</summary>
    public const int Smallest = 4, Largest = 10;

    private readonly ushort[] _lines = new ushort[Lines.Count];
    private readonly byte[][] _amazons;
    private readonly Bits _squares;
    private Bits _free;

    /// <summary>A position.</summary>
    /// <param name="width">Columns, 4 to 10.</param>
    /// <param name="height">Rows, 4 to 10.</param>
    /// <param name="white">Where White's amazons stand.</param>
    /// <param name="black">Where Black's amazons stand.</param>
    /// <param name="arrows">Squares that are blocked.</param>
    /// <param name="toMove">Whose turn it is.</param>
    /// <exception cref="ArgumentException">A square is off the board or taken twice; the message names it.</exception>
    public Board(
        int width, int height, IEnumerable<Square> white, IEnumerable<Square> black, IEnumerable<Square>? arrows = null,
        Side toMove = Side.White)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, Smallest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, Largest);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, Smallest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, Largest);
        (Width, Height, ToMove) = (width, height, toMove);
        Array.Fill(_lines, (ushort)1023);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++) Toggle(new Square(x, y).Index);
        _squares = _free;
        _amazons = [Place(white, "an amazon of White's"), Place(black, "an amazon of Black's")];
        Place(arrows ?? [], "an arrow");
        Hash = Zobrist.Of(this);
    }

    private Board(Board other)
    {
        (Width, Height, ToMove, Hash, _squares, _free) = (other.Width, other.Height, other.ToMove, other.Hash, other._squares, other._free);
        other._lines.CopyTo(_lines, 0);
        _amazons = [[.. other._amazons[0]], [.. other._amazons[1]]];
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Whose turn it is.</summary>
    public Side ToMove { get; private set; }

    /// <summary>Zobrist's hash of what stands where and whose turn it is, the same by whichever way a position was reached.</summary>
    public ulong Hash { get; private set; }

    /// <summary>Free squares.</summary>
    public int FreeCount => _free.Count;

    /// <summary>
    /// Whether the side to move has lost: none of its amazons has a free square beside it (who can go can shoot, back at least).
    /// </summary>
    public bool IsOver => Terms.SetOf(_amazons[(int)ToMove]).KingStep(_free).IsEmpty;

    internal Bits Free => _free;

    /// <summary>Bits of all squares of the board.</summary>
    internal Bits Squares => _squares;

    internal ReadOnlySpan<byte> AmazonsAt(Side side) => _amazons[(int)side];

    /// <summary>A side's amazons.</summary>
    public IReadOnlyList<Square> Amazons(Side side) => [.. _amazons[(int)side].Select(s => new Square(s))];

    /// <summary>Whether a square is on the board and nothing stands there.</summary>
    public bool IsFree(Square square) => _free.Has(square.Index);

    /// <summary>Whether an arrow has blocked a square.</summary>
    public bool IsArrow(Square square) => IsOnBoard(square) && !IsFree(square) && AmazonOn(square) is null;

    /// <summary>Whose amazon stands on a square; null when none does.</summary>
    public Side? AmazonOn(Square square) =>
        _amazons[0].AsSpan().Contains(square.Index) ? Side.White : _amazons[1].AsSpan().Contains(square.Index) ? Side.Black : null;

    /// <summary>Whether the board has the square.</summary>
    public bool IsOnBoard(Square square) => _squares.Has(square.Index);

    /// <summary>The same position, to be changed apart.</summary>
    public Board Clone() => new(this);

    /// <summary>Makes a move that is known to be legal; <see cref="Play"/> checks.</summary>
    public void Make(Move move)
    {
        Go(move.From, move.To);
        Toggle(move.Arrow.Index);
        Hash ^= Zobrist.Change(move, ToMove);
        ToMove = ToMove.Other();
    }

    /// <summary>Takes the last move back.</summary>
    public void Unmake(Move move)
    {
        ToMove = ToMove.Other();
        Hash ^= Zobrist.Change(move, ToMove);
        Toggle(move.Arrow.Index);
        Go(move.To, move.From);
    }

    /// <summary>Half a move: an amazon of the side to move goes, its arrow is not shot yet; the opposite call takes it back.</summary>
    internal void Go(Square from, Square to)
    {
        var amazons = _amazons[(int)ToMove];
        amazons[amazons.AsSpan().IndexOf(from.Index)] = to.Index;
        Toggle(from.Index);
        Toggle(to.Index);
    }

    /// <summary>Hands the turn over.</summary>
    internal void Pass()
    {
        ToMove = ToMove.Other();
        Hash ^= Zobrist.BlackToMove;
    }

    /// <summary>Makes a move.</summary>
    /// <exception cref="IllegalMoveException">The rules forbid it; the message says which.</exception>
    public void Play(Move move)
    {
        if (WhyIllegal(move) is { } reason) throw new IllegalMoveException($"{move}: {reason}");
        Make(move);
    }

    /// <summary>Why a move is not allowed, in words; null when it is.</summary>
    public string? WhyIllegal(Move move)
    {
        foreach (var square in (ReadOnlySpan<Square>)[move.From, move.To, move.Arrow])
            if (!IsOnBoard(square)) return $"{square} is not on a board of {Width}×{Height}";
        if (AmazonOn(move.From) is not { } side) return $"no amazon stands on {move.From}";
        if (side != ToMove) return $"the amazon on {move.From} is {side}'s, and it is {ToMove}'s turn";
        if (move.To == move.From) return "the amazon has to move";
        if (WhyBlocked(move.From, move.To, _free) is { } way) return $"the amazon cannot go from {move.From} to {move.To}: {way}";
        if (move.Arrow == move.To) return "the arrow has to fly";
        if (WhyBlocked(move.To, move.Arrow, _free | Bits.Of(move.From.Index)) is { } flight)
            return $"the arrow cannot fly from {move.To} to {move.Arrow}: {flight}";
        return null;
    }

    private static string? WhyBlocked(Square from, Square to, Bits free)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        if (dx != 0 && dy != 0 && Math.Abs(dx) != Math.Abs(dy)) return "they share no row, column or diagonal";
        for (var (x, y) = (from.X, from.Y); (x, y) != (to.X, to.Y);)
        {
            (x, y) = (x + Math.Sign(dx), y + Math.Sign(dy));
            if (!free.Has(new Square(x, y).Index)) return $"{new Square(x, y)} is taken";
        }

        return null;
    }

    private byte[] Place(IEnumerable<Square> squares, string what)
    {
        var placed = squares.ToArray();
        foreach (var square in placed)
        {
            if (!IsOnBoard(square))
                throw new ArgumentException($"{what} cannot stand on {square}: the board has {Width}×{Height} squares");
            if (!IsFree(square)) throw new ArgumentException($"{what} cannot stand on {square}: it is taken");
            Toggle(square.Index);
        }

        return [.. placed.Select(s => s.Index)];
    }

    /// <summary>Changes a square between free and taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Toggle(int square)
    {
        _free ^= Bits.Of(square);
        for (var direction = 0; direction < 4; direction++)
            _lines[Lines.Of[4 * square + direction]] ^= (ushort)(1 << Lines.Place[4 * square + direction]);
    }
}

/// <summary>A move that the rules forbid.</summary>
public sealed class IllegalMoveException(string message) : Exception(message);
