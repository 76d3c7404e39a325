namespace Qiansi.Documents.Comparing;

/// <summary>A difference between a cell's stored and its fresh outputs.</summary>
/// <param name="Output">Which output: <c>stdout</c>, <c>output 2 (text/html)</c>.</param>
/// <param name="Difference">What differs, in a line or a few, with both values.</param>
public sealed record OutputDifference(string Output, string Difference)
{
    /// <inheritdoc />
    public override string ToString() => $"{Output}: {Difference}";
}
