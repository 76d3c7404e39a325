namespace Qiansi.Teaching;

/// <summary>A line of the table of an experiment.</summary>
/// <param name="Arm">What was tried.</param>
/// <param name="Mean">Mean over the seeds.</param>
/// <param name="StandardError">Standard error of the mean; NaN for one seed.</param>
/// <param name="Lowest">Smallest value of a run.</param>
/// <param name="Highest">Largest value of a run.</param>
/// <param name="Runs">How many seeds.</param>
public sealed record ExperimentRow(string Arm, double Mean, double StandardError, double Lowest, double Highest, int Runs);
