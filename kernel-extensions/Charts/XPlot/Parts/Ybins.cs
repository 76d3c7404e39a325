namespace Qiansi.Charts.XPlot;

/// <summary>The bins along y.</summary>
public sealed class Ybins : Bins;
