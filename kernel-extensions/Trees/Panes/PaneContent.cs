namespace Qiansi.Trees.Panes;

/// <summary>What a pane shows.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Body">Its HTML. What a mark can be put on has the class <c>k</c> and its key: a film has one body for all steps that differ
/// in marks alone.</param>
/// <param name="Text">The same in characters, marks included.</param>
/// <param name="Marks">What stands out.</param>
internal sealed record PaneContent(string Title, string Body, string Text, IReadOnlyList<(int Key, Mark Mark)> Marks);
