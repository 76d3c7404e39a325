namespace Qiansi;

public static partial class torch
{
    /// <summary>What numbers a floating-point type holds.</summary>
    /// <param name="dtype">The type.</param>
    /// <param name="bits">Bits an element takes.</param>
    /// <param name="eps">The distance from 1 to the next larger number.</param>
    /// <param name="max">The largest number.</param>
    /// <param name="tiny">The smallest positive number with all bits of precision.</param>
    /// <param name="resolution">A power of ten: so far apart decimal numbers are told apart.</param>
    public sealed record FInfo(ScalarType dtype, int bits, double eps, double max, double tiny, double resolution)
    {
        /// <summary>The smallest number: −<see cref="max"/>.</summary>
        public double min => -max;

        /// <inheritdoc cref="tiny"/>
        public double smallest_normal => tiny;
    }
}
