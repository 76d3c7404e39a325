using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Qiansi.Amazons;

public sealed partial class Board
{
    /// <summary>How many moves the side to move has.</summary>
    /// <remarks>
    /// Nothing is made: an amazon that goes along a line on which it sees n squares can shoot along that line to n squares from each of
    /// them (its own is free then), n² in all; the other three lines of each square do not change by its leaving.
    /// </remarks>
    public int CountMoves()
    {
        ref var of = ref MemoryMarshal.GetArrayDataReference(Lines.Of);
        ref var place = ref MemoryMarshal.GetArrayDataReference(Lines.Place);
        ref var at = ref MemoryMarshal.GetArrayDataReference(Lines.SquareAt);
        ref var seenCount = ref MemoryMarshal.GetArrayDataReference(Lines.SeenCount);
        ref var lines = ref MemoryMarshal.GetArrayDataReference(_lines);
        var count = 0;
        foreach (var from in _amazons[(int)ToMove])
        {
            for (var direction = 0; direction < 4; direction++)
            {
                var line = Unsafe.Add(ref of, 4 * from + direction);
                uint seen = Lines.Seen[1024 * Unsafe.Add(ref place, 4 * from + direction) + Unsafe.Add(ref lines, line)];
                var n = BitOperations.PopCount(seen);
                count += n * n;
                for (; seen != 0; seen &= seen - 1)
                {
                    var to = 4 * Unsafe.Add(ref at, Lines.Longest * line + BitOperations.TrailingZeroCount(seen));
                    for (var other = 1; other < 4; other++)
                    {
                        var key = to + ((direction + other) & 3);
                        var occupied = Unsafe.Add(ref lines, Unsafe.Add(ref of, key));
                        count += Unsafe.Add(ref seenCount, 1024 * Unsafe.Add(ref place, key) + occupied);
                    }
                }
            }
        }

        return count;
    }

    /// <summary>All moves of the side to move, in a fixed order.</summary>
    public Move[] Moves()
    {
        var moves = new Move[CountMoves()];
        WriteMoves(moves);
        return moves;
    }

    /// <summary>Writes the moves; the span has to hold <see cref="CountMoves"/>.</summary>
    /// <returns>How many there are.</returns>
    internal int WriteMoves(Span<Move> moves)
    {
        var count = 0;
        foreach (var from in _amazons[(int)ToMove])
        {
            for (var direction = 0; direction < 4; direction++)
            {
                var line = Lines.Of[4 * from + direction];
                var place = Lines.Place[4 * from + direction];
                for (uint goes = Lines.Seen[1024 * place + _lines[line]]; goes != 0; goes &= goes - 1)
                {
                    var to = Lines.SquareAt[Lines.Longest * line + BitOperations.TrailingZeroCount(goes)];
                    for (var flight = 0; flight < 4; flight++)
                    {
                        var arrowLine = Lines.Of[4 * to + flight];
                        var occupied = flight == direction ? _lines[arrowLine] & ~(1 << place) : _lines[arrowLine];
                        for (uint flies = Lines.Seen[1024 * Lines.Place[4 * to + flight] + occupied]; flies != 0; flies &= flies - 1)
                        {
                            var arrow = Lines.SquareAt[Lines.Longest * arrowLine + BitOperations.TrailingZeroCount(flies)];
                            moves[count++] = new(new(from), new(to), new(arrow));
                        }
                    }
                }
            }
        }

        return count;
    }

    /// <summary>How many squares a queen on a square sees.</summary>
    internal int Sight(int square)
    {
        var sees = 0;
        for (var key = 4 * square; key < 4 * square + 4; key++)
            sees += Lines.SeenCount[1024 * Lines.Place[key] + _lines[Lines.Of[key]]];
        return sees;
    }

    /// <summary>Writes the squares that a queen on a square sees.</summary>
    /// <param name="square">Where she stands; taken.</param>
    /// <param name="seen">Holds up to 36.</param>
    /// <returns>How many there are.</returns>
    internal int WriteSeen(Square square, Span<Square> seen)
    {
        var count = 0;
        for (var key = 4 * square.Index; key < 4 * square.Index + 4; key++)
        {
            for (uint places = Lines.Seen[1024 * Lines.Place[key] + _lines[Lines.Of[key]]]; places != 0; places &= places - 1)
                seen[count++] = new(Lines.SquareAt[Lines.Longest * Lines.Of[key] + BitOperations.TrailingZeroCount(places)]);
        }

        return count;
    }

    /// <summary>The number of ways to play a number of moves: what generators of moves are compared by.</summary>
    /// <param name="depth">Moves; 0 gives 1.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public long Perft(int depth, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        if (depth == 0) return 1;
        if (depth == 1) return CountMoves();
        cancellation.ThrowIfCancellationRequested();
        var count = 0L;
        foreach (var move in Moves())
        {
            Make(move);
            count += Perft(depth - 1, cancellation);
            Unmake(move);
        }

        return count;
    }
}
