namespace Qiansi.Text;

/// <summary>A continuation that a beam search found.</summary>
/// <param name="Tokens">Its tokens, without what stood before.</param>
/// <param name="LogProbability">The sum of ln p over them.</param>
public sealed record Beam(IReadOnlyList<long> Tokens, double LogProbability);
