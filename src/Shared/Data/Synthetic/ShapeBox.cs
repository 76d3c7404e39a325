namespace Qiansi.Data.Synthetic;

/// <summary>A shape in a picture, and the smallest box of pixels around it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Left">The first column.</param>
/// <param name="Top">The first row.</param>
/// <param name="Right">The column after its last.</param>
/// <param name="Bottom">The row after its last.</param>
public readonly record struct ShapeBox(ShapeKind Kind, int Left, int Top, int Right, int Bottom);
