namespace Qiansi.Charts.Rendering.Axes;

/// <summary>How an axis is divided.</summary>
internal enum AxisKind
{
    Linear,
    Log,
    Date,
    Category,
}
