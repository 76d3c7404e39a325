using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Qiansi.Contracts;

namespace Qiansi.Charts.Values;

/// <summary>Brings any value into the few forms a figure is made of.</summary>
/// <remarks>
/// These are: null, bool, double, string (dates too, as ISO 8601), double[] with NaN for what is missing, string?[], double[][],
/// string?[][],
/// <see cref="PlotlyObject"/>, and object?[] of any of them.
/// </remarks>
internal static class PlotlyValue
{
    /// <summary>The value in such a form.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="ArgumentException">There is no such form.</exception>
    public static object? Of(object? value, string name)
    {
        value = Counterparts.Of(value);
        switch (value)
        {
            case null or bool or string or double or PlotlyObject or double[][] or string?[][]:
                return value;
            case double[] numbers:
                return numbers.Clone();
            case string?[] texts:
                return texts.Clone();
            case Color color:
                return color.ToString();
            case Enum choice:
                return PlotlyNames.Of(choice);
            case Array { Rank: 2 } rectangle:
                return Sequences.Rows(rectangle, name);
            case Array { Rank: > 2 } solid:
                throw new ArgumentException(
                    $"{name}: an array of {solid.Rank} dimensions cannot be drawn as it is; take a row or a plane of it");
            case IEnumerable sequence:
                return Sequences.Of(sequence, name);
        }

        if (Number(value) is { } number) return number;
        if (Date(value) is { } date) return date;
        if (TensorValues.IsTensor(value)) return TensorValues.Of(value, name);
        if (value.GetType().IsDefined(typeof(CompilerGeneratedAttribute)) && value.GetType().Name.Contains("AnonymousType"))
            return Anonymous(value);
        throw new ArgumentException(
            $"{name}: a chart has no place for a value of type {value.GetType()}; give numbers, texts or dates, arrays, lists, sequences "
                + "or tensors of them, or an object of attributes");
    }

    /// <summary>A number of any type; null when it is none.</summary>
    public static double? Number(object? value) => value switch
    {
        double v => v,
        float v => Widen(v),
        int v => v,
        long v => v,
        byte v => v,
        short v => v,
        sbyte v => v,
        ushort v => v,
        uint v => v,
        ulong v => v,
        decimal v => (double)v,
        Half v => Widen((float)v),
        nint v => v,
        TimeSpan v => v.TotalSeconds,
        System.Numerics.BigInteger v => (double)v,
        _ => null,
    };

    /// <summary>A date as Plotly writes it; null when it is none.</summary>
    public static string? Date(object? value) => value switch
    {
        DateTime v => Date(v),
        DateTimeOffset v => Date(v.DateTime),
        DateOnly v => v.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The double with the float's own digits: 0.1 for 0.1f, which cast would be 0.10000000149.</summary>
    public static double Widen(float value)
    {
        if (!float.IsFinite(value) || value == MathF.Truncate(value)) return value;
        Span<char> text = stackalloc char[24];
        return value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture)
            ? double.Parse(text[..length], CultureInfo.InvariantCulture) : value;
    }

    private static string Date(DateTime value) => value.TimeOfDay == TimeSpan.Zero
        ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);

    private static PlotlyObject Anonymous(object value)
    {
        var attributes = new PlotlyObject();
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            attributes[property.Name] = property.GetValue(value);
        return attributes;
    }
}
