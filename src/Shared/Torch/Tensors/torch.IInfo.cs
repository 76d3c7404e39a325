namespace Qiansi;

public static partial class torch
{
    /// <summary>What numbers an integral type holds.</summary>
    /// <param name="dtype">The type.</param>
    /// <param name="bits">Bits an element takes.</param>
    /// <param name="min">The smallest number.</param>
    /// <param name="max">The largest number.</param>
    public sealed record IInfo(ScalarType dtype, int bits, long min, long max);
}
