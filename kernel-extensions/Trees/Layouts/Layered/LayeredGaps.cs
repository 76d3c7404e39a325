namespace Qiansi.Trees.Layouts.Layered;

/// <summary>Least distances of a layered layout, in pixels.</summary>
/// <param name="Node">Between nodes of a layer.</param>
/// <param name="Edge">Between an edge that passes a layer and its neighbours.</param>
/// <param name="Layer">Between layers.</param>
/// <param name="Component">Between parts that no edge connects.</param>
internal sealed record LayeredGaps(double Node = 28, double Edge = 14, double Layer = 46, double Component = 40);
