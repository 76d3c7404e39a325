using Microsoft.CodeAnalysis.Text;

namespace Qiansi.Engine.CSharp.Language;

/// <summary>A cell's text compiled as if it ran next; positions in its trees are positions in the cell.</summary>
/// <param name="Text">The text with directive lines blanked.</param>
/// <param name="Script">What becomes the submission.</param>
/// <param name="Library">What script code cannot hold (namespaces, extension members), or null when the cell has none.</param>
/// <param name="LibrarySpans">The stretches of the text that <paramref name="Library"/> holds.</param>
internal sealed record Snapshot(string Text, CompiledPart Script, CompiledPart? Library, IReadOnlyList<TextSpan> LibrarySpans)
{
    /// <summary>The part a position belongs to.</summary>
    public CompiledPart At(int position)
    {
        if (Library is not null)
        {
            foreach (var span in LibrarySpans)
            {
                if (span.Start < position && position < span.End) return Library;
            }
        }

        return Script;
    }
}
