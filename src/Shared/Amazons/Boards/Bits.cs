using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Qiansi.Amazons;

/// <summary>A set of squares, one bit each.</summary>
/// <param name="Low">Bits 0 to 63.</param>
/// <param name="High">Bits 64 to 127.</param>
internal readonly record struct Bits(ulong Low, ulong High)
{
    private static readonly Vector256<ulong> Steps = Vector256.Create(1ul, Square.Stride - 1, Square.Stride, Square.Stride + 1);

    public static Bits Of(int square) => square < 64 ? new(1ul << square, 0) : new(0, 1ul << (square - 64));

    public bool IsEmpty => (Low | High) == 0;

    public int Count => BitOperations.PopCount(Low) + BitOperations.PopCount(High);

    public bool Has(int square) => !(this & Of(square)).IsEmpty;

    public static Bits operator &(Bits a, Bits b) => new(a.Low & b.Low, a.High & b.High);

    public static Bits operator |(Bits a, Bits b) => new(a.Low | b.Low, a.High | b.High);

    public static Bits operator ^(Bits a, Bits b) => new(a.Low ^ b.Low, a.High ^ b.High);

    public static Bits operator ~(Bits a) => new(~a.Low, ~a.High);

    /// <summary>Shifts by 1 to 63.</summary>
    public static Bits operator <<(Bits a, int count) => new(a.Low << count, (a.High << count) | (a.Low >> (64 - count)));

    /// <summary>Shifts by 1 to 63.</summary>
    public static Bits operator >>(Bits a, int count) => new((a.Low >> count) | (a.High << (64 - count)), a.High >> count);

    /// <summary>The lowest square of a set that is not empty.</summary>
    public int First => Low != 0 ? BitOperations.TrailingZeroCount(Low) : 64 + BitOperations.TrailingZeroCount(High);

    /// <summary>All squares but <see cref="First"/>.</summary>
    public Bits WithoutFirst() => Low != 0 ? new(Low & (Low - 1), High) : new(0, High & (High - 1));

    /// <summary>The squares in ascending order.</summary>
    public IEnumerable<int> Squares()
    {
        for (var low = Low; low != 0; low &= low - 1) yield return BitOperations.TrailingZeroCount(low);
        for (var high = High; high != 0; high &= high - 1) yield return 64 + BitOperations.TrailingZeroCount(high);
    }

    /// <summary>The free squares a king reaches in one step from one of these.</summary>
    public Bits KingStep(Bits free)
    {
        var row = this | (this << 1) | (this >> 1);
        return (row | (row << Square.Stride) | (row >> Square.Stride)) & free;
    }

    /// <summary>The free squares a queen reaches in one move from one of these.</summary>
    /// <remarks>
    /// All rays at once: sets double along each of eight directions (Kogge and Stone's parallel prefix), four directions in one register.
    /// </remarks>
    public Bits QueenStep(Bits free) => Avx2.IsSupported ? QueenStepByVectors(free) : QueenStepByShifts(free);

    internal Bits QueenStepByShifts(Bits free)
    {
        var all = default(Bits);
        foreach (var step in (ReadOnlySpan<int>)[1, Square.Stride - 1, Square.Stride, Square.Stride + 1])
        {
            var (up, down) = (this, this);
            for (var i = 0; i < 9; i++)
            {
                up = (up << step) & free;
                down = (down >> step) & free;
                if ((up | down).IsEmpty) break;
                all |= up | down;
            }
        }

        return all;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Bits QueenStepByVectors(Bits free)
    {
        var low = Vector256.Create(Low);
        var high = Vector256.Create(High);
        var (upLow, upHigh) = (low, high);
        var (downLow, downHigh) = (low, high);
        var (upFreeLow, upFreeHigh) = (Vector256.Create(free.Low), Vector256.Create(free.High));
        var (downFreeLow, downFreeHigh) = (upFreeLow, upFreeHigh);
        var step = Steps;
        var over = Vector256.Create(64ul);
        for (var i = 0; i < 4; i++)
        {
            var (rest, far) = (over - step, step - over); // one of them wraps to a count that shifts all bits out
            upHigh |= upFreeHigh & Up(upHigh, upLow);
            upLow |= upFreeLow & Avx2.ShiftLeftLogicalVariable(upLow, step);
            downLow |= downFreeLow & Down(downLow, downHigh);
            downHigh |= downFreeHigh & Avx2.ShiftRightLogicalVariable(downHigh, step);
            upFreeHigh &= Up(upFreeHigh, upFreeLow);
            upFreeLow &= Avx2.ShiftLeftLogicalVariable(upFreeLow, step);
            downFreeLow &= Down(downFreeLow, downFreeHigh);
            downFreeHigh &= Avx2.ShiftRightLogicalVariable(downFreeHigh, step);
            step += step;

            Vector256<ulong> Up(Vector256<ulong> h, Vector256<ulong> l) => Avx2.ShiftLeftLogicalVariable(h, step)
                | Avx2.ShiftRightLogicalVariable(l, rest) | Avx2.ShiftLeftLogicalVariable(l, far);

            Vector256<ulong> Down(Vector256<ulong> l, Vector256<ulong> h) => Avx2.ShiftRightLogicalVariable(l, step)
                | Avx2.ShiftLeftLogicalVariable(h, rest) | Avx2.ShiftRightLogicalVariable(h, far);
        }

        return new Bits(Union(upLow | downLow), Union(upHigh | downHigh)) & free;
    }

    private static ulong Union(Vector256<ulong> v)
    {
        var half = v.GetLower() | v.GetUpper();
        return half[0] | half[1];
    }
}
