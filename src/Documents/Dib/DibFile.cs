using Qiansi.Documents.Json;

namespace Qiansi.Documents.Dib;

/// <summary>A .dib file as read: what stands outside its cells, and how its lines end.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="Text">Its text without a byte-order mark.</param>
/// <param name="HasMark">Whether it starts with a byte-order mark.</param>
/// <param name="Prefix">Everything before the first cell: blank lines and the <c>#!meta</c> block.</param>
/// <param name="Meta">The JSON of the <c>#!meta</c> block, or null when there is none.</param>
/// <param name="MetaRange">Where in <paramref name="Text"/> that JSON stands.</param>
/// <param name="Blocks">The cells.</param>
internal sealed record DibFile(
    byte[] Bytes, string Text, bool HasMark, Range Prefix, JsonText? Meta, Range MetaRange, IReadOnlyList<DibBlock> Blocks)
{
    /// <summary>The line end of the file's first line.</summary>
    public string NewLine { get; } = Text.IndexOf('\n') is > 0 and var at && Text[at - 1] == '\r' ? "\r\n" : "\n";
}
