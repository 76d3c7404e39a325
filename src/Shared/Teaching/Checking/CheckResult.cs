namespace Qiansi.Teaching;

/// <summary>What came of one check.</summary>
/// <param name="Name">What it looks at, in words.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="Outcome">Whether it holds.</param>
/// <param name="Problem">What is wrong, in words; null when it holds.</param>
/// <param name="Hint">What may help; null when nobody thought of something.</param>
public sealed record CheckResult(string Name, double Points, CheckOutcome Outcome, string? Problem, string? Hint);
