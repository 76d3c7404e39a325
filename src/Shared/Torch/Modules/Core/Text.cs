using System.Globalization;

namespace Qiansi.Modules;

/// <summary>Arguments of a module, written as Python writes them.</summary>
internal static class Text
{
    /// <summary><c>kernel_size=(3, 3), bias=False</c>; an <c>inplace</c> that is not set is left out.</summary>
    public static string Arguments(params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var parts = new List<string>();
        foreach (var (name, value) in arguments)
        {
            if (name == "inplace" && value is false) continue;
            parts.Add($"{name}={Value(value)}");
        }
        return string.Join(", ", parts);
    }

    /// <summary>A value as Python writes it: <c>1e-05</c>, <c>True</c>, <c>(2, 2)</c>.</summary>
    public static string Value(object? value) => value switch
    {
        null => "None",
        bool b => b ? "True" : "False",
        double d => Number(d),
        long[] sizes => sizes.Length == 1 ? $"({sizes[0]},)" : $"({string.Join(", ", sizes)})",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    /// <summary>Sizes of two dimensions, <c>2</c> when one number stands for both.</summary>
    public static string Sizes(long[] sizes) => sizes.Length == 1 ? Value(sizes[0]) : Value(sizes);

    private static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        // Python writes 1e-05 where C# writes 1E-05, and 1.0 for 1.
        return text.Contains('E') ? text.Replace("E", "e") : text.Contains('.') ? text : text + ".0";
    }
}
