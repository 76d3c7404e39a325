using Qiansi.Drawing.Png;

namespace Qiansi.Data.Synthetic;

/// <summary>A picture of shapes, and where they are.</summary>
/// <param name="Picture">RGB.</param>
/// <param name="Boxes">The shapes, in the order in which they were drawn.</param>
public sealed record ShapePicture(Picture Picture, IReadOnlyList<ShapeBox> Boxes);
