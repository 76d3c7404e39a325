namespace Qiansi.Tensors.AttentionLines;

/// <summary>A line from a query to a key.</summary>
internal readonly record struct WeightLine(int Head, int Query, int Key, double Weight);
