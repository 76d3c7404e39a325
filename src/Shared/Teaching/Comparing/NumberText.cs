using System.Globalization;

namespace Qiansi.Teaching.Comparing;

/// <summary>Numbers as a sentence has them.</summary>
internal static class NumberText
{
    /// <summary>Six significant digits: <c>0.333333</c>, <c>1.5e-7</c>, <c>NaN</c>, <c>∞</c>.</summary>
    public static string Of(double value) => value switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "-∞",
        _ => value.ToString("G6", CultureInfo.InvariantCulture).Replace("E", "e").Replace("e-0", "e-").Replace("e+0", "e"),
    };

    /// <summary>Two numbers with as many digits as it takes to tell them apart.</summary>
    public static (string First, string Second) Of(double first, double second)
    {
        var (a, b) = (Of(first), Of(second));
        return a != b ? (a, b) : (first.ToString("R", CultureInfo.InvariantCulture), second.ToString("R", CultureInfo.InvariantCulture));
    }
}
