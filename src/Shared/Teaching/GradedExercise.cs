using System.ComponentModel;

namespace Qiansi.Teaching;

/// <summary>The checks of <see cref="Exercise"/> as <c>nb grade</c> runs them; chapters have no use for it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GradedExercise
{
    /// <summary>Runs checks as <c>Exercise.Check</c> does; the result carries the ticket, so that no other result counts.</summary>
    /// <param name="ticket">What only the grader and the check's own text know.</param>
    /// <param name="id">Name of the exercise.</param>
    /// <param name="checks">The checks.</param>
    /// <exception cref="ArgumentException">There is no name, or no check.</exception>
    /// <exception cref="ExerciseException">A check does not hold, or the exercise is not done yet.</exception>
    public static void Check(string ticket, string id, params Expectation[] checks) => Exercise.Check(ticket, id, checks);
}
