using Qiansi.Drawing;
using Qiansi.Trees.Panes;

namespace Qiansi.Trees;

/// <summary>Text as it is: registers, a stack, what a program wrote.</summary>
/// <param name="title">What it is.</param>
/// <param name="text">The text; lines end with <c>\n</c>.</param>
public sealed class TextPane(string title, string text) : Pane
{
    internal override PaneContent ReadPane() =>
        new(title, $"<pre>{MarkupText.Escape(Figures.NodeText.Short(text, 4000))}</pre>", text.TrimEnd('\n') + "\n", []);
}
