using System.Globalization;
using System.Text;

namespace Qiansi.Teaching;

/// <summary>What came of the checks of an exercise.</summary>
/// <param name="Id">Name of the exercise.</param>
/// <param name="Checks">Its checks, in order; at least one.</param>
public sealed record ExerciseResult(string Id, IReadOnlyList<CheckResult> Checks)
{
    /// <summary>The grader's proof that its own call of the check made this result; null outside of grading.</summary>
    internal string? Ticket { get; init; }

    /// <summary>
    /// Where the exercise stands: done when all checks hold, not done yet when one meets a stub and none is wrong, else wrong.
    /// </summary>
    public ExerciseStatus Status =>
        Checks.All(c => c.Outcome == CheckOutcome.Holds) ? ExerciseStatus.Done
        : Checks.Any(c => c.Outcome == CheckOutcome.Wrong) ? ExerciseStatus.Wrong
        : ExerciseStatus.NotDone;

    /// <summary>Points of the checks that hold.</summary>
    public double Points => Checks.Where(c => c.Outcome == CheckOutcome.Holds).Sum(c => c.Points);

    /// <summary>Points of all checks.</summary>
    public double MaxPoints => Checks.Sum(c => c.Points);

    /// <summary>The result in one line: <c>momentum-step: 1 of 3 checks does not hold (2 of 3 points)</c>.</summary>
    public string Headline
    {
        get
        {
            var wrong = Checks.Count(c => c.Outcome == CheckOutcome.Wrong);
            return Status switch
            {
                ExerciseStatus.Done => $"{Id}: solved ({Of(Points, MaxPoints)})",
                ExerciseStatus.NotDone => $"{Id}: not done yet ({Of(Points, MaxPoints)})",
                _ => $"{Id}: {wrong} of {Checks.Count} {(Checks.Count == 1 ? "check" : "checks")} {(wrong == 1 ? "does" : "do")} not "
                    + $"hold ({Of(Points, MaxPoints)})",
            };
        }
    }

    /// <summary>The headline, and below it a line for each check with what is wrong.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Headline);
        foreach (var check in Checks)
        {
            var mark = check.Outcome switch { CheckOutcome.Holds => '✓', CheckOutcome.NotDone => '○', _ => '✗' };
            text.Append(CultureInfo.InvariantCulture, $"\n  {mark} {check.Name}");
            if (check.Problem is not null) text.Append("\n      ").Append(check.Problem.ReplaceLineEndings("\n      "));
            if (check.Hint is not null && check.Outcome == CheckOutcome.Wrong)
                text.Append("\n      Hint: ").Append(check.Hint.ReplaceLineEndings("\n      "));
        }

        return text.ToString();
    }

    private static string Of(double points, double all) =>
        string.Create(CultureInfo.InvariantCulture, $"{points:0.##} of {all:0.##} {(all == 1 ? "point" : "points")}");
}
