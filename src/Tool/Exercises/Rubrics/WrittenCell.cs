namespace Qiansi.Tool.Exercises.Rubrics;

/// <summary>A cell that a student wrote for an open exercise.</summary>
/// <param name="Number">Its place in the notebook that was handed in, from 1; all kinds of cells count.</param>
/// <param name="Kind"><c>code</c> or <c>markdown</c>.</param>
/// <param name="Title">Its first line.</param>
internal sealed record WrittenCell(int Number, string Kind, string Title);
