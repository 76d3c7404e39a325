namespace Qiansi.Charts.XPlot;

/// <summary>The x axis.</summary>
public sealed class Xaxis : Axis;
