using Qiansi.Trees.Figures;
using Qiansi.Trees.Panes;

namespace Qiansi.Trees.Films;

/// <summary>One step of a film.</summary>
/// <param name="Caption">What happens.</param>
/// <param name="Panes">What is seen, side by side.</param>
/// <param name="Figure">The drawing, when it is the one thing seen.</param>
internal sealed record Frame(string Caption, IReadOnlyList<PaneContent> Panes, Figure? Figure = null);
