using System.Numerics;

namespace Qiansi.Torch.Dispatch;

/// <summary>Halving search in rising rows; NaN counts as largest.</summary>
internal static class Search
{
    /// <param name="sorted">Rows of n, one for each stretch of values; or one row for all.</param>
    /// <param name="n">How long a row is.</param>
    /// <param name="values">What is looked for.</param>
    /// <param name="each">How many values belong to a row.</param>
    /// <param name="places">How many elements of the row are below the value.</param>
    /// <param name="right">Whether equal ones count as below.</param>
    public static void Run<T>(ReadOnlySpan<T> sorted, int n, ReadOnlySpan<T> values, long each, Span<long> places, bool right)
        where T : INumber<T>
    {
        for (var i = 0; i < values.Length; i++)
        {
            var row = sorted.Length == n ? sorted : sorted.Slice((int)(i / each) * n, n);
            var (low, high) = (0, n);
            while (low < high)
            {
                var middle = (low + high) / 2;
                var before = right ? !Below(values[i], row[middle]) : Below(row[middle], values[i]);
                if (before) low = middle + 1;
                else high = middle;
            }
            places[i] = low;
        }
    }

    private static bool Below<T>(T a, T b) where T : INumber<T> => T.IsNaN(b) ? !T.IsNaN(a) : a < b;
}
