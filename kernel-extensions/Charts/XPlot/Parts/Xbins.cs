namespace Qiansi.Charts.XPlot;

/// <summary>The bins along x.</summary>
public sealed class Xbins : Bins;
