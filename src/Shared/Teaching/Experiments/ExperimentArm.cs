namespace Qiansi.Teaching;

/// <summary>One of the things an experiment tries, and what each seed measured.</summary>
/// <param name="Name">What was tried.</param>
/// <param name="Values">A value for each seed, in the order of the seeds; NaN or ∞ for a run that broke down.</param>
public sealed record ExperimentArm(string Name, IReadOnlyList<double> Values)
{
    /// <summary>Mean over the seeds; not finite when a run is not.</summary>
    public double Mean => Values.Average();

    /// <summary>Standard error of the mean, s/√n with n − 1 in s; NaN for a single seed or a run that is not finite.</summary>
    public double StandardError
    {
        get
        {
            if (Values.Count < 2) return double.NaN;
            var mean = Mean;
            return Math.Sqrt(Values.Sum(v => (v - mean) * (v - mean)) / (Values.Count - 1) / Values.Count);
        }
    }

    /// <summary>The value of the worst run.</summary>
    /// <param name="goal">Which end is the good one.</param>
    public double Worst(Goal goal) => Values.Any(double.IsNaN) ? double.NaN : goal == Goal.Lowest ? Values.Max() : Values.Min();

    /// <summary>Name, mean and error: <c>Adam: 0.0312 ± 0.0021</c>.</summary>
    public override string ToString() => $"{Name}: {Comparing.NumberText.Of(Mean)} ± {Comparing.NumberText.Of(StandardError)}";
}
