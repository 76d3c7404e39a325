namespace Qiansi.Drawing.Png;

/// <summary>PNG's five row filters (section 9 of ISO/IEC 15948): a byte less what its neighbours predict.</summary>
internal static class PngFilter
{
    /// <summary>How many there are.</summary>
    public const int Count = 5;

    /// <summary>Applies a filter.</summary>
    /// <param name="filter">0 none, 1 left, 2 above, 3 their mean, 4 Paeth's choice.</param>
    /// <param name="row">The row.</param>
    /// <param name="above">The row above, zeros for the first.</param>
    /// <param name="step">Bytes from a byte to that of the pixel to its left.</param>
    /// <param name="filtered">Takes the differences.</param>
    public static void Apply(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int step, Span<byte> filtered)
    {
        for (var i = 0; i < row.Length; i++)
            filtered[i] = (byte)(row[i] - Predict(filter, i >= step ? row[i - step] : 0, above[i], i >= step ? above[i - step] : 0));
    }

    /// <summary>Takes a filter back, in place.</summary>
    /// <inheritdoc cref="Apply" path="/param"/>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        if (filter >= Count) throw new InvalidDataException($"row filter {filter} does not exist");
        for (var i = 0; i < row.Length; i++)
            row[i] += (byte)Predict(filter, i >= step ? row[i - step] : 0, above[i], i >= step ? above[i - step] : 0);
    }

    private static int Predict(int filter, int left, int up, int upLeft) => filter switch
    {
        1 => left,
        2 => up,
        3 => (left + up) / 2,
        4 => Paeth(left, up, upLeft),
        _ => 0,
    };

    /// <summary>The neighbour nearest to left + up − upper left.</summary>
    private static int Paeth(int left, int up, int upLeft)
    {
        var estimate = left + up - upLeft;
        int toLeft = Math.Abs(estimate - left), toUp = Math.Abs(estimate - up), toUpLeft = Math.Abs(estimate - upLeft);
        return toLeft <= toUp && toLeft <= toUpLeft ? left : toUp <= toUpLeft ? up : upLeft;
    }
}
