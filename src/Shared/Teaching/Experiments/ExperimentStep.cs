namespace Qiansi.Teaching;

/// <summary>One run of an experiment that has just ended.</summary>
/// <param name="Done">How many runs have ended, this one included.</param>
/// <param name="Total">How many there will be.</param>
/// <param name="Arm">What was tried.</param>
/// <param name="Seed">With which seed.</param>
/// <param name="Value">What was measured.</param>
public readonly record struct ExperimentStep(int Done, int Total, string Arm, int Seed, double Value);
