namespace Qiansi.Trees.Layouts.Layered;

/// <summary>An edge to be laid out.</summary>
/// <param name="From">Number of the node it leaves.</param>
/// <param name="To">Number of the node it reaches.</param>
/// <param name="LabelWidth">Extent of its label across the layers; 0 without a label.</param>
/// <param name="LabelHeight">Extent of its label along the layers; 0 without a label.</param>
internal readonly record struct LayeredEdge(int From, int To, double LabelWidth = 0, double LabelHeight = 0);
