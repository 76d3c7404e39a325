namespace Qiansi.Charts.XPlot;

/// <summary>Uncertainty along y.</summary>
public sealed class Error_y : ErrorBars;
