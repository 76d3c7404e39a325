namespace Qiansi.Trees.Layouts.Layered;

/// <summary>The way of an edge: it leaves and reaches every point along the layers, so that arrows point straight at their nodes.</summary>
/// <param name="Points">From the border of the node it leaves to the border of the node it reaches; odd legs pass layers straight, the others cross the gaps between them.</param>
/// <param name="Label">Middle of the label, when the edge has one.</param>
/// <param name="IsLoop">Begins and ends at the same node.</param>
internal sealed record Route(IReadOnlyList<(double X, double Y)> Points, (double X, double Y)? Label = null, bool IsLoop = false);
