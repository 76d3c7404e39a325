namespace Qiansi.Charts.XPlot;

/// <summary>The z axis of a space.</summary>
public sealed class Zaxis : Axis;
