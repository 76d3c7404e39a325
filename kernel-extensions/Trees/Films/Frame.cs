using Qiansi.Trees.Figures;

namespace Qiansi.Trees.Films;

/// <summary>One picture of a film.</summary>
/// <param name="Figure">What is drawn.</param>
/// <param name="Caption">What happens.</param>
internal sealed record Frame(Figure Figure, string Caption);
