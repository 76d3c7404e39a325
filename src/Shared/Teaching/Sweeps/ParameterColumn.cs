using System.Globalization;

namespace Qiansi.Teaching.Sweeps;

/// <summary>The values of a parameter as a column.</summary>
internal static class ParameterColumn
{
    /// <summary>The narrowest type that all values have: whole numbers, numbers, truth values, text.</summary>
    public static Type TypeOf(IReadOnlyList<string> texts) =>
        texts.All(t => long.TryParse(t, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) ? typeof(long)
        : texts.All(t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) ? typeof(double)
        : texts.All(t => bool.TryParse(t, out _)) ? typeof(bool)
        : typeof(string);

    /// <summary>A value of a type that <see cref="TypeOf"/> gave.</summary>
    public static object Value(string text, Type type) =>
        type == typeof(string) ? text : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
}
