namespace Qiansi.Teaching;

/// <summary>How a measure depends on one parameter.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Values">What was tried, in order.</param>
/// <param name="Arms">An arm for each value, in the same order.</param>
/// <param name="Seeds">The seeds; each arm has one run for each.</param>
/// <param name="Budget">What each run may spend: steps, epochs, samples.</param>
/// <param name="Measure">What is measured, in words.</param>
/// <param name="Goal">Which end of it is the good one.</param>
public sealed record SweepResult(
    string Parameter, IReadOnlyList<double> Values, IReadOnlyList<ExperimentArm> Arms, IReadOnlyList<int> Seeds, int Budget, string Measure,
    Goal Goal) : ExperimentResult(Arms, Seeds, Budget, Measure, Goal)
{
    /// <summary>The value with the best mean.</summary>
    public double BestValue => Values[Arms.ToList().IndexOf(Best)];

    /// <summary>The values at which every seed reaches a limit: how wide the valley is.</summary>
    /// <param name="limit">The worst that is still good.</param>
    public IReadOnlyList<double> Within(double limit) =>
        [.. Values.Where((_, i) => Goal == Goal.Lowest ? Arms[i].Worst(Goal) <= limit : Arms[i].Worst(Goal) >= limit)];

    /// <inheritdoc />
    public override string ToString() => base.ToString();
}
