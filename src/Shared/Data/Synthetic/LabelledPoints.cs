namespace Qiansi.Data.Synthetic;

/// <summary>Points of a plane, each with a class.</summary>
/// <param name="X">First coordinates.</param>
/// <param name="Y">Second coordinates.</param>
/// <param name="Labels">Classes from 0.</param>
public sealed record LabelledPoints(float[] X, float[] Y, int[] Labels)
{
    /// <summary>How many.</summary>
    public int Count => Labels.Length;
}
