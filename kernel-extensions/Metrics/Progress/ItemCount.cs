using System.Collections;
using System.Reflection;

namespace Qiansi.Metrics;

/// <summary>How many items there are, when they tell without being read.</summary>
internal static class ItemCount
{
    private static readonly string[] Names = ["Count", "Length"];

    /// <summary>The count; null when only reading would tell. A data loader tells by a property <c>Count</c>.</summary>
    public static long? Of<T>(IEnumerable<T> items)
    {
        if (items.TryGetNonEnumeratedCount(out var count)) return count;
        if (items is ICollection collection) return collection.Count;
        foreach (var name in Names)
        {
            var property = items.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public);
            if (property is { CanRead: true } && property.GetIndexParameters().Length == 0 && property.PropertyType is var type
                && (type == typeof(int) || type == typeof(long)))
                return Convert.ToInt64(property.GetValue(items), System.Globalization.CultureInfo.InvariantCulture);
        }

        return null;
    }
}
