namespace Qiansi.Metrics;

/// <summary>What a group of bars shows.</summary>
/// <param name="Bars">The bars, outermost first.</param>
/// <param name="Lines">Lines above them.</param>
/// <param name="LinesLeft">How many earlier lines are left out.</param>
internal sealed record ProgressView(IReadOnlyList<BarState> Bars, IReadOnlyList<string> Lines, int LinesLeft);
