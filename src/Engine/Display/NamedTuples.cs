namespace Qiansi.Engine.Display;

/// <summary>A value with the names that the cell's code gives the elements of its tuples, which exist for the compiler only.</summary>
/// <param name="Value">The value.</param>
/// <param name="Names">By the type of the tuple as <see cref="TypeNames.Of"/> writes it: a name for each element.</param>
internal sealed record NamedTuples(object Value, IReadOnlyDictionary<string, string[]> Names);
