using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Qiansi.Teaching.Comparing;

/// <summary>How two values of any type differ, in words.</summary>
internal static class ValueDifference
{
    private const int Longest = 200;

    /// <summary>What is wrong; null when they are equal.</summary>
    /// <param name="expected">What it has to be.</param>
    /// <param name="actual">What it is.</param>
    /// <param name="tolerance">How far a number may be off, relative to the expected one where that is larger than 1.</param>
    public static string? Find(object? expected, object? actual, double tolerance)
    {
        if (expected is bool || actual is bool) return Equals(expected, actual) ? null : $"expected {Text(expected)}, got {Text(actual)}";
        if (NumberGrid.Of(expected) is { } numbers)
        {
            if (NumberGrid.Of(actual) is { } others) return GridDifference.Find(numbers, others, tolerance);
            return $"expected {(numbers.Shape.Length == 0 ? NumberText.Of(numbers.Values[0]) : "numbers of " + numbers.ShapeText)}, got "
                + $"{Described(actual)}";
        }

        return (expected, actual) switch
        {
            (string text, string other) => FindInText(text, other),
            (ITuple tuple, ITuple other) when tuple.Length == other.Length => FindInItems(Items(tuple), Items(other), tolerance),
            (not string and IEnumerable items, not string and IEnumerable others) =>
                FindInItems([.. items.Cast<object?>()], [.. others.Cast<object?>()], tolerance),
            _ => Equals(expected, actual) ? null : $"expected {Described(expected)}, got {Described(actual)}",
        };
    }

    private static string? FindInText(string expected, string actual)
    {
        if (expected == actual) return null;
        var at = expected.Zip(actual).TakeWhile(p => p.First == p.Second).Count();
        return $"expected {Text(expected)}, got "
            + $"{Text(actual)}{(at > 0 ? string.Create(CultureInfo.InvariantCulture, $" (they differ from character {at + 1} on)") : "")}";
    }

    private static string? FindInItems(object?[] expected, object?[] actual, double tolerance)
    {
        if (expected.Length != actual.Length)
            return string.Create(CultureInfo.InvariantCulture, $"expected {expected.Length} items, got {actual.Length}");
        for (var i = 0; i < expected.Length; i++)
            if (Find(expected[i], actual[i], tolerance) is { } problem)
                return string.Create(CultureInfo.InvariantCulture, $"item {i + 1}: {problem}");
        return null;
    }

    private static object?[] Items(ITuple tuple) => [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])];

    private static string Described(object? value) => value switch
    {
        null => "null",
        string or bool => Text(value),
        _ when NumberGrid.Of(value) is { } numbers => numbers.Shape.Length == 0
            ? NumberText.Of(numbers.Values[0]) : "numbers of " + numbers.ShapeText,
        _ => $"{Text(value)} ({value.GetType().Name})",
    };

    private static string Text(object? value)
    {
        var text = value switch
        {
            null => "null",
            string s => $"\"{s}\"",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
    }
}
