using System.Diagnostics;
using Qiansi.Teaching.Comparing;

namespace Qiansi.Teaching;

/// <summary>
/// What a chapter's text claims, checked where it stands: a claim that does not hold ends the cell; one that does is printed after
/// <c>✓</c>.
/// </summary>
public static class Claim
{
    /// <summary>Something that has to be true.</summary>
    /// <param name="holds">Whether it is.</param>
    /// <param name="claim">The claim in words, with the numbers it is about.</param>
    /// <exception cref="ClaimException">It is not.</exception>
    [StackTraceHidden]
    public static void That(bool holds, string claim)
    {
        if (!holds) throw new ClaimException($"This should hold, but does not: {claim}");
        Console.WriteLine($"✓ {claim}");
    }

    /// <summary>A number, an array, a list or a tensor that has to be equal up to rounding.</summary>
    /// <param name="actual">What came out.</param>
    /// <param name="expected">What the text says.</param>
    /// <param name="tolerance">How far an element may be off, relative to the expected one where that is larger than 1.</param>
    /// <param name="claim">The claim in words.</param>
    /// <exception cref="ClaimException">It is off by more; says where.</exception>
    [StackTraceHidden]
    public static void Close(object actual, object expected, double tolerance, string claim)
    {
        if (ValueDifference.Find(expected, actual, tolerance) is { } problem)
            throw new ClaimException($"This should hold, but does not: {claim} ({problem})");
        Console.WriteLine($"✓ {claim}");
    }
}
