using System.Globalization;

namespace Qiansi.Torch.Printing;

/// <summary>Python's <c>{:.4f}</c> and <c>{:.4e}</c>: halves that are exact go to the even digit.</summary>
internal static class NumberFormat
{
    public static string Fixed(double value, int digits)
    {
        if (NonFinite(value) is { } name) return name;
        var power = Math.Pow(10, digits);
        var scaled = value * power;
        // A tie only if the product is exact.
        if (Math.Abs(scaled) < 1L << 52 && Math.Abs(scaled - Math.Truncate(scaled)) == 0.5
            && Math.FusedMultiplyAdd(value, power, -scaled) == 0)
            value = Math.Round(scaled, MidpointRounding.ToEven) / power;
        return value.ToString("F" + digits, CultureInfo.InvariantCulture) is var text && value == 0 && double.IsNegative(value)
            && !text.StartsWith('-') ? "-" + text : text;
    }

    public static string Exponent(double value, int digits)
    {
        if (NonFinite(value) is { } name) return name;
        if (value != 0)
        {
            var last = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - digits);
            if (last >= 1 && Math.Abs(value) % last == last / 2) value = Math.Round(value / last, MidpointRounding.ToEven) * last;
        }
        return value.ToString((digits > 0 ? "0." + new string('0', digits) : "0") + "e+00", CultureInfo.InvariantCulture);
    }

    private static string? NonFinite(double value) =>
        double.IsNaN(value) ? "nan" : double.IsPositiveInfinity(value) ? "inf" : double.IsNegativeInfinity(value) ? "-inf" : null;
}
