namespace Qiansi.Charts.XPlot;

/// <summary>The y axis.</summary>
public sealed class Yaxis : Axis;
