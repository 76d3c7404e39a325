namespace Qiansi.Publishing.MarkdownFiles;

/// <summary>Comments that tell <see cref="MarkdownReader"/> where cells and outputs are; no reader sees them.</summary>
internal static class CellMarks
{
    /// <summary>Between two Markdown cells that follow each other.</summary>
    public const string Boundary = "<!-- cell -->";

    /// <summary>Before the outputs of a cell.</summary>
    public const string OutputStart = "<!-- output -->";

    /// <summary>Behind the outputs of a cell.</summary>
    public const string OutputEnd = "<!-- /output -->";

    /// <summary>The word behind a fence's language that makes the block a cell, for languages other than C#.</summary>
    public const string CellWord = "cell";
}
