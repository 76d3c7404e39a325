using Qiansi.Teaching.Comparing;

namespace Qiansi.Teaching;

/// <summary>By how much one arm is above another, seed by seed: what all runs of a seed share cancels out.</summary>
/// <param name="Mean">Mean of the differences.</param>
/// <param name="StandardError">Standard error of that mean; NaN for a single seed.</param>
/// <param name="Count">How many seeds.</param>
public readonly record struct PairedDifference(double Mean, double StandardError, int Count)
{
    /// <summary>How many standard errors the mean lies from zero, by size.</summary>
    /// <remarks>For 95 % it takes 4.3 with three seeds, 2.8 with five, 2.4 with eight (Student's t, two sides).</remarks>
    public double Sigmas => Math.Abs(Mean) / StandardError;

    /// <summary>Mean and error: <c>0.0064 ± 0.0029 (8 seeds)</c>.</summary>
    public override string ToString() => $"{NumberText.Of(Mean)} ± {NumberText.Of(StandardError)} ({Count} seeds)";

    internal static PairedDifference Of(ExperimentArm first, ExperimentArm second)
    {
        var differences = new ExperimentArm("", [.. first.Values.Zip(second.Values, (a, b) => a - b)]);
        return new(differences.Mean, differences.StandardError, differences.Values.Count);
    }
}
