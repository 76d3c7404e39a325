namespace Qiansi.Teaching;

/// <summary>A value that a run recorded.</summary>
/// <param name="Name">What it is: <c>accuracy</c>.</param>
/// <param name="Value">The value; may be NaN or infinite.</param>
/// <param name="Step">Where on its curve it stands, from 0.</param>
public sealed record RecordedValue(string Name, double Value, double Step);
