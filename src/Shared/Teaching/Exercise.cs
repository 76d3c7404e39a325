namespace Qiansi.Teaching;

/// <summary>Exercises of a chapter: checks that say in words what is wrong, and the placeholder of what is not written yet.</summary>
public static class Exercise
{
    /// <summary>Shows the result of a check: as text, unless the notebook's host replaces it, which no cell can.</summary>
    public static Action<ExerciseResult> Show { get; internal set; } = static result => Console.WriteLine(result);

    /// <summary>Runs the checks of an exercise, shows what came of them, and throws unless all hold.</summary>
    /// <param name="id">Name of the exercise, as its check cell's <c>grade_id</c> has it: <c>momentum-step</c>.</param>
    /// <param name="checks">The checks, made by <see cref="Expect"/>; each runs, also when an earlier one does not hold.</param>
    /// <exception cref="ArgumentException">There is no name, or no check.</exception>
    /// <exception cref="ExerciseException">
    /// A check does not hold, or the exercise is not done yet. What is wrong has been shown.
    /// </exception>
    public static void Check(string id, params Expectation[] checks) => Check(ticket: null, id, checks);

    internal static void Check(string? ticket, string id, Expectation[] checks)
    {
        // Whatever the code under test does meanwhile, this result is shown as results were when the check began.
        var show = Show;
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (checks.Length == 0)
            throw new ArgumentException(
                $"Exercise.Check(\"{id}\"): there is no check; add at least one, such as Expect.Equal(\"…\", 4, () => Square(2)).",
                nameof(checks));
        var result = new ExerciseResult(id, [.. checks.Select(c => c.Run())]) { Ticket = ticket };
        show(result);
        if (result.Status != ExerciseStatus.Done) throw new ExerciseException(ticket is null ? result : result with { Ticket = null });
    }

    /// <summary>
    /// Stands for a value that is still to be written, so that a stub compiles:
    /// <c>double Step(double g) => Exercise.NotDone&lt;double&gt;();</c>
    /// </summary>
    /// <exception cref="NotDoneException">Always.</exception>
    public static T NotDone<T>() => throw new NotDoneException();
}
