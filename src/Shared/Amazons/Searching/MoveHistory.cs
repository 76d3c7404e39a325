namespace Qiansi.Amazons;

/// <summary>
/// What cut off before, for an amazon's move and for its arrow apart: a good square is good wherever the arrow goes, and the other way
/// round.
/// </summary>
internal sealed class MoveHistory
{
    /// <summary>No bonus is above.</summary>
    public const int Most = 48;

    private readonly byte[] _goes = new byte[128 * 128];
    private readonly byte[] _flies = new byte[128 * 128];

    /// <summary>How well it did that an amazon went there.</summary>
    public int Goes(Square from, Square to) => _goes[(from.Index << 7) + to.Index];

    /// <summary>How well it did that an arrow was shot there.</summary>
    public int Flies(Square to, Square arrow) => _flies[(to.Index << 7) + arrow.Index];

    /// <summary>A move cut off.</summary>
    public void Praise(Move move)
    {
        Praise(ref _goes[(move.From.Index << 7) + move.To.Index]);
        Praise(ref _flies[(move.To.Index << 7) + move.Arrow.Index]);

        static void Praise(ref byte bonus) => bonus += (byte)((Most - bonus + 7) >> 3);
    }

    /// <summary>A move was tried before the one that cut off.</summary>
    public void Blame(Move move)
    {
        Blame(ref _goes[(move.From.Index << 7) + move.To.Index]);
        Blame(ref _flies[(move.To.Index << 7) + move.Arrow.Index]);

        static void Blame(ref byte bonus) => bonus -= (byte)((bonus + 15) >> 4);
    }

    /// <summary>Forgets.</summary>
    public void Clear()
    {
        Array.Clear(_goes);
        Array.Clear(_flies);
    }
}
