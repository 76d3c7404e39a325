namespace Qiansi.Tensors.Comparing;

/// <summary>One element in which two tensors differ.</summary>
/// <param name="Index">Where it is.</param>
/// <param name="First">Its value in the first.</param>
/// <param name="Second">Its value in the second.</param>
internal sealed record Difference(long[] Index, double First, double Second)
{
    /// <summary>How far they are apart; infinite when only one is a number.</summary>
    public double Absolute => Of(First, Second);

    /// <summary>The distance of two values; 0 for the same infinity, and for NaN and NaN.</summary>
    public static double Of(double a, double b) =>
        a.Equals(b) || a == b ? 0 : double.IsNaN(a) || double.IsNaN(b) ? double.PositiveInfinity : Math.Abs(a - b);
}
