namespace Qiansi.Documents.Dib;

/// <summary>A stretch of a .dib file that is one cell, in the pieces needed to write it back.</summary>
/// <param name="Text">The whole file.</param>
/// <param name="Header">The <c>#!csharp</c> line with its line end and the blank lines after it;
/// empty for text before the first such line.</param>
/// <param name="Body">The cell's text.</param>
/// <param name="Trail">From the end of the text to the next cell: line ends and blank lines.</param>
/// <param name="Language">The language the header names, by its first name.</param>
internal sealed record DibBlock(string Text, Range Header, Range Body, Range Trail, string Language)
{
    /// <summary>The cell's text as <see cref="Cell.Source"/> has it: lines end with a line feed.</summary>
    public string Source => Text[Body].Replace("\r\n", "\n", StringComparison.Ordinal);
}
