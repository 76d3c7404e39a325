using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Qiansi.Teaching.Comparing;

namespace Qiansi.Teaching;

/// <summary>Makes the checks of an exercise. The code under test stands in a lambda, so that whatever it throws is told in words.</summary>
public static class Expect
{
    /// <summary>Something that has to be true.</summary>
    /// <param name="name">What is looked at, in words: <c>the step goes downhill</c>.</param>
    /// <param name="holds">The code under test.</param>
    /// <param name="hint">What may help when it is false.</param>
    public static Expectation True(string name, Func<bool> holds, string? hint = null) =>
        new(name, hint, () => holds() ? null : "This is false, and should be true.");

    /// <summary>A value that has to be equal: numbers, texts, arrays and lists of any shape, tensors, tuples, records.</summary>
    /// <param name="name">What is looked at, in words.</param>
    /// <param name="expected">What it has to be.</param>
    /// <param name="actual">The code under test.</param>
    /// <param name="hint">What may help when it is not.</param>
    /// <remarks>What is expected keeps its own type: a type of the code under test, which may call itself equal to everything, does not
    /// take its place.</remarks>
    [OverloadResolutionPriority(1)]
    public static Expectation Equal<TExpected, TActual>(string name, TExpected expected, Func<TActual> actual, string? hint = null) =>
        new(name, hint, () => ValueDifference.Find(expected, actual(), tolerance: 0));

    /// <summary>A value that has to be equal, where its type is that of the code under test: <c>null</c>, <c>default</c>, <c>[1, 2]</c>, or
    /// one that is named.</summary>
    /// <param name="name">What is looked at, in words.</param>
    /// <param name="expected">What it has to be.</param>
    /// <param name="actual">The code under test.</param>
    /// <param name="hint">What may help when it is not.</param>
    public static Expectation Equal<T>(string name, T expected, Func<T> actual, string? hint = null) =>
        Equal<T, T>(name, expected, actual, hint);

    /// <summary>A number, an array, a list or a tensor that has to be equal up to rounding.</summary>
    /// <param name="name">What is looked at, in words.</param>
    /// <param name="expected">What it has to be.</param>
    /// <param name="actual">The code under test; its type may differ (an array where a tensor is expected, say), the shape may not.</param>
    /// <param name="tolerance">How far an element may be off, relative to the expected one where that is larger than 1.</param>
    /// <param name="hint">What may help when it is not.</param>
    public static Expectation Close<TExpected, TActual>(string name, TExpected expected, Func<TActual> actual, double tolerance = 1e-6,
        string? hint = null) =>
        new(name, hint, () => ValueDifference.Find(expected, actual(), tolerance));

    /// <summary>A number that has to lie between two others, both included.</summary>
    /// <param name="name">What is looked at, in words.</param>
    /// <param name="low">The least it may be.</param>
    /// <param name="high">The most it may be.</param>
    /// <param name="actual">The code under test.</param>
    /// <param name="hint">What may help when it does not.</param>
    public static Expectation Between<T>(string name, T low, T high, Func<T> actual, string? hint = null)
        where T : INumber<T> => new(name, hint, () =>
    {
        var got = actual();
        if (got >= low && got <= high) return null;
        var side = T.IsNaN(got) ? "is not a number" : got < low ? "is too small" : "is too large";
        return $"got {NumberText.Of(double.CreateSaturating(got))}, which {side}: expected something between "
            + $"{NumberText.Of(double.CreateSaturating(low))} and {NumberText.Of(double.CreateSaturating(high))}";
    });

    /// <summary>Code that has to throw.</summary>
    /// <param name="name">What is looked at, in words.</param>
    /// <param name="action">The code under test.</param>
    /// <param name="hint">What may help when it does not throw.</param>
    /// <typeparam name="TException">What it has to throw, or a base of it.</typeparam>
    public static Expectation Throws<TException>(string name, Action action, string? hint = null)
        where TException : Exception => new(name, hint, () =>
    {
        try
        {
            action();
        }
        catch (TException e) when (e is not NotDoneException)
        {
            return null;
        }

        return string.Create(CultureInfo.InvariantCulture, $"expected {typeof(TException).Name}, but nothing was thrown");
    });
}
