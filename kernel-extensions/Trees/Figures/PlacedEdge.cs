namespace Qiansi.Trees.Figures;

/// <summary>An edge with its line.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Path">Path data of its line.</param>
/// <param name="Arrow">Path data of its arrow head; empty without one.</param>
/// <param name="Label">Middle of its label.</param>
internal sealed record PlacedEdge(GraphEdge Edge, string Path, string Arrow = "", (double X, double Y)? Label = null);
