namespace Qiansi.Metrics;

/// <summary>What a bar follows.</summary>
/// <param name="Description">What is done.</param>
/// <param name="Total">Where it ends; null when nobody knows.</param>
/// <param name="Unit">What a step is called; may be empty.</param>
internal sealed record BarTask(string Description, long? Total, string Unit);
