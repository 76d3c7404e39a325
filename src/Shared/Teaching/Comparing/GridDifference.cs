using System.Globalization;

namespace Qiansi.Teaching.Comparing;

/// <summary>How numbers differ, in words.</summary>
internal static class GridDifference
{
    /// <summary>What is wrong; null when every element is within the tolerance.</summary>
    public static string? Find(NumberGrid expected, NumberGrid actual, double tolerance)
    {
        if (!expected.Shape.AsSpan().SequenceEqual(actual.Shape))
            return $"expected {expected.ShapeText}, got {actual.ShapeText}{ShapeSuspicion(expected, actual)}";
        var (wrong, first) = (0, -1);
        for (var i = 0; i < expected.Values.Length; i++)
        {
            if (IsClose(expected.Values[i], actual.Values[i], tolerance)) continue;
            if (wrong++ == 0) first = i;
        }

        if (wrong == 0) return null;
        var (e, a) = (expected.Values[first], actual.Values[first]);
        var (expectedText, actualText) = NumberText.Of(e, a);
        var off = double.IsFinite(e) && double.IsFinite(a)
            ? $" (off by {NumberText.Of(a - e)}{(tolerance > 0 ? $", allowed {NumberText.Of(tolerance * Math.Max(1, Math.Abs(e)))}" : "")})"
            : "";
        var where = expected.Shape.Length == 0 ? "" : actual.Place(first) + ": ";
        var many = expected.Values.Length > 1
            ? string.Create(CultureInfo.InvariantCulture,
                $"; {wrong} of {expected.Values.Length} elements {(wrong == 1 ? "differs" : "differ")}") : "";
        return $"{where}expected {expectedText}, got {actualText}{off}{many}{ValueSuspicion(expected.Values, actual.Values, tolerance)}";
    }

    private static bool IsClose(double expected, double actual, double tolerance) =>
        expected.Equals(actual) || Math.Abs(actual - expected) <= tolerance * Math.Max(1, Math.Abs(expected));

    /// <summary>Mistakes of shape that have a name.</summary>
    private static string ShapeSuspicion(NumberGrid expected, NumberGrid actual)
    {
        if (expected.Values.Length != actual.Values.Length) return "";
        if (expected.Shape.Length == 2 && actual.Shape.Length == 2 && expected.Shape[0] == actual.Shape[1])
            return ". It looks transposed: rows and columns are swapped";
        return expected.Shape.Where(s => s != 1).SequenceEqual(actual.Shape.Where(s => s != 1))
            ? ". Only dimensions of size 1 differ: squeeze or unsqueeze" : ". The number of elements is right: reshape it";
    }

    /// <summary>Mistakes of value that have a name: not a number, the wrong sign, one factor throughout, one offset throughout.</summary>
    private static string ValueSuspicion(double[] expected, double[] actual, double tolerance)
    {
        if (Array.Exists(actual, double.IsNaN) && !Array.Exists(expected, double.IsNaN))
            return ". NaN comes from 0/0, the logarithm of a negative number, or ∞ - ∞";
        var loose = Math.Max(tolerance, 1e-9);
        if (expected.Zip(actual).All(p => IsClose(p.First, -p.Second, loose))) return ". The sign is the wrong way round";
        var largest = Array.IndexOf(expected, expected.MaxBy(Math.Abs));
        var (factor, offset) = (actual[largest] / expected[largest], actual[largest] - expected[largest]);
        if (expected.Length < 2 || !double.IsFinite(factor)) return "";
        if (factor != 0 && expected.Zip(actual).All(p => IsClose(p.First * factor, p.Second, loose)))
            return $". Every element is {NumberText.Of(factor)} times what it should be";
        return expected.Zip(actual).All(p => IsClose(p.First + offset, p.Second, loose))
            ? $". Every element is {NumberText.Of(offset)} more than it should be" : "";
    }
}
