namespace Qiansi.Engine.Documents.Dib;

/// <summary>A stretch of a .dib file that is one cell, in the pieces needed to write it back.</summary>
/// <param name="File">The whole file.</param>
/// <param name="Header">The <c>#!csharp</c> line with its line end and the blank lines after it; empty for text before the first such line.</param>
/// <param name="Body">The cell's text.</param>
/// <param name="Trail">The blank lines up to the next cell.</param>
/// <param name="Language">The language the header names, as <see cref="Cell"/> spells it; the file's default when there is no header.</param>
internal sealed record DibBlock(string File, Range Header, Range Body, Range Trail, string Language);
