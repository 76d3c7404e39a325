using System.Text.RegularExpressions;

namespace Qiansi.Teaching;

/// <summary>One check of an exercise, not run yet; made by <see cref="Expect"/>.</summary>
public sealed partial class Expectation
{
    private readonly string _name;
    private readonly string? _hint;
    private readonly Func<string?> _findProblem;
    private readonly double _points;

    /// <param name="name">What it looks at, in words.</param>
    /// <param name="hint">What may help.</param>
    /// <param name="findProblem">Runs the code under test; what is wrong, or null.</param>
    /// <param name="points">What it is worth.</param>
    internal Expectation(string name, string? hint, Func<string?> findProblem, double points = 1)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (_name, _hint, _findProblem, _points) = (name, hint, findProblem, points);
    }

    /// <summary>The same check, worth so many points; without it a check is worth one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a number from 0 up.</exception>
    public Expectation Worth(double points)
    {
        if (points is not (>= 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(points), points, "A check is worth 0 points or more.");
        return new(_name, _hint, _findProblem, points);
    }

    /// <summary>Runs the check. What the code under test throws is a result; only the cell's interrupt is not.</summary>
    internal CheckResult Run()
    {
        try
        {
            var problem = _findProblem();
            return problem is null
                ? new(_name, _points, CheckOutcome.Holds, null, _hint) : new(_name, _points, CheckOutcome.Wrong, Sentence(problem), _hint);
        }
        catch (Exception e) when (Cause(e) is NotDoneException)
        {
            return new(_name, _points, CheckOutcome.NotDone,
                "Not done yet: fill in the stub, run its cell, then run this one again.", _hint);
        }
        catch (Exception e) when (Cause(e) is not OperationCanceledException)
        {
            var cause = Cause(e);
            return new(_name, _points, CheckOutcome.Wrong, $"The code threw {cause.GetType().Name}{Place(cause)}: {cause.Message}", _hint);
        }
    }

    private static Exception Cause(Exception e)
    {
        while (e is AggregateException or System.Reflection.TargetInvocationException && e.InnerException is { } inner) e = inner;
        return e;
    }

    private static string Sentence(string problem) =>
        char.ToUpperInvariant(problem[0]) + problem[1..] + (problem[^1] is '.' or '"' ? "" : ".");

    /// <summary>The first line of a file or cell in the trace: most likely the student's own.</summary>
    private static string Place(Exception e) =>
        SourcePlace().Match(e.StackTrace ?? "") is { Success: true } place
            ? $" (line {place.Groups["line"].Value} of {Path.GetFileName(place.Groups["file"].Value)})" : "";

    [GeneratedRegex(@" in (?<file>[^\r\n]+):line (?<line>\d+)")]
    private static partial Regex SourcePlace();
}
