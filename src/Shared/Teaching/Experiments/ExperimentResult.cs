namespace Qiansi.Teaching;

/// <summary>What an experiment measured.</summary>
/// <param name="Arms">What was tried, in order.</param>
/// <param name="Seeds">The seeds; each arm has one run for each.</param>
/// <param name="Budget">What each run may spend: steps, epochs, samples.</param>
/// <param name="Measure">What is measured, in words.</param>
/// <param name="Goal">Which end of it is the good one.</param>
public abstract record ExperimentResult(
    IReadOnlyList<ExperimentArm> Arms, IReadOnlyList<int> Seeds, int Budget, string Measure, Goal Goal)
{
    /// <summary>A line for each arm, which a notebook shows as a table.</summary>
    public IReadOnlyList<ExperimentRow> Rows =>
        [.. Arms.Select(a => new ExperimentRow(a.Name, a.Mean, a.StandardError, a.Values.Min(), a.Values.Max(), a.Values.Count))];

    /// <summary>The arm with the best mean; arms with a run that broke down come last, the first of equals wins.</summary>
    public ExperimentArm Best =>
        Arms.OrderBy(a => !double.IsFinite(a.Mean)).ThenBy(a => Goal == Goal.Lowest ? a.Mean : -a.Mean).First();

    /// <summary>A line for each arm.</summary>
    public override string ToString() =>
        $"{Measure}, {Seeds.Count} {(Seeds.Count == 1 ? "seed" : "seeds")}, budget {Budget}\n{string.Join('\n', Arms.Select(a => "  " + a))}";
}
