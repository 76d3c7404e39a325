namespace Qiansi.Engine.Display;

/// <summary>What is shown of a value, read from it once, so that all its renderings say the same.</summary>
internal abstract record DisplayNode;

/// <summary>Text of a scalar or of anything without parts.</summary>
/// <param name="Text">The text, unescaped.</param>
/// <param name="Inline">Shown as running text (dates, enum members) rather than preformatted.</param>
internal sealed record TextNode(string Text, bool Inline = false) : DisplayNode;

/// <summary>A remark of the renderer's in place of a value: a cycle, a failed getter, a depth limit.</summary>
internal sealed record NoteNode(string Text) : DisplayNode;

/// <summary>Scalars in a row.</summary>
/// <param name="Items">Texts of the items shown.</param>
/// <param name="Omitted">What is left out, in words; null when nothing is.</param>
internal sealed record ListNode(IReadOnlyList<string> Items, string? Omitted) : DisplayNode;

/// <summary>Rows under column heads.</summary>
/// <param name="Title">Name of the whole, or null.</param>
/// <param name="Columns">Heads; the first <paramref name="RowHeads"/> columns name the rows.</param>
/// <param name="Rows">Cells, as many a row as there are columns; null is an empty cell.</param>
/// <param name="RowHeads">Number of leading columns that are heads.</param>
/// <param name="Omitted">What is left out, in words; null when nothing is.</param>
internal sealed record TableNode(string? Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<DisplayNode?>> Rows,
    int RowHeads, string? Omitted) : DisplayNode;

/// <summary>An object with its members.</summary>
/// <param name="Summary">One line: what its <c>ToString</c> says, or its type.</param>
/// <param name="TypeName">Its type as C# writes it.</param>
/// <param name="Members">Names and values.</param>
/// <param name="Omitted">What is left out, in words; null when nothing is.</param>
internal sealed record ObjectNode(
    string Summary, string TypeName, IReadOnlyList<KeyValuePair<string, DisplayNode>> Members, string? Omitted) : DisplayNode;

/// <summary>Parts one below the other: the planes of an array, an exception and its causes.</summary>
internal sealed record StackNode(IReadOnlyList<DisplayNode> Parts) : DisplayNode;

/// <summary>One line that can be opened to show preformatted text.</summary>
internal sealed record FoldedNode(string Summary, string Text) : DisplayNode;

/// <summary>Finished HTML with its words.</summary>
/// <param name="Html">Written as it is.</param>
/// <param name="Plain">The same in words.</param>
internal sealed record HtmlNode(string Html, string Plain) : DisplayNode;
