using Qiansi.Trees.Panes;

namespace Qiansi.Trees;

/// <summary>A picture that can stand beside others in a film: code, a table, activation records, text, a tree, a graph.</summary>
public abstract class Pane
{
    /// <summary>As HTML of at most 64 KiB, without script.</summary>
    public virtual string ToHtml() => PaneHtml.Write(ReadPane());

    /// <summary>As text.</summary>
    public override string ToString() => ReadPane() is var content && content.Title.Length > 0 ? $"{content.Title}\n{content.Text}"
        : ReadPane().Text;

    /// <summary>What is shown, as it is now.</summary>
    internal abstract PaneContent ReadPane();
}
