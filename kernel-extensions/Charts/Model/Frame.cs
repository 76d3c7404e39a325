namespace Qiansi.Charts;

/// <summary>One picture of a film.</summary>
/// <param name="Name">What the slider calls it.</param>
/// <param name="Traces">Its series.</param>
internal sealed record Frame(string Name, IReadOnlyList<Trace> Traces);
