namespace Qiansi.Charts.XPlot;

/// <summary>Uncertainty along x.</summary>
public sealed class Error_x : ErrorBars;
