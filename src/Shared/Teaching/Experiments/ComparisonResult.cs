namespace Qiansi.Teaching;

/// <summary>How several ways to do the same thing compare, seed by seed.</summary>
/// <param name="Arms">What was compared, in order.</param>
/// <param name="Seeds">The seeds; each arm has one run for each.</param>
/// <param name="Budget">What each run may spend: steps, epochs, samples.</param>
/// <param name="Measure">What is measured, in words.</param>
/// <param name="Goal">Which end of it is the good one.</param>
public sealed record ComparisonResult(
    IReadOnlyList<ExperimentArm> Arms, IReadOnlyList<int> Seeds, int Budget, string Measure, Goal Goal)
    : ExperimentResult(Arms, Seeds, Budget, Measure, Goal)
{
    /// <summary>The arm of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public ExperimentArm this[string name] => Arms.FirstOrDefault(a => a.Name == name)
        ?? throw new ArgumentException($"There is no arm \"{name}\"; there are {string.Join(", ", Arms.Select(a => a.Name))}.", nameof(name));

    /// <summary>The first arm minus the second, paired by seed.</summary>
    /// <exception cref="ArgumentException">There is no such arm.</exception>
    public PairedDifference Difference(string first, string second) => PairedDifference.Of(this[first], this[second]);

    /// <inheritdoc />
    public override string ToString() => base.ToString();
}
