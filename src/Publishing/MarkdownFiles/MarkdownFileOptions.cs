namespace Qiansi.Publishing.MarkdownFiles;

/// <summary>How a notebook becomes a Markdown file.</summary>
public sealed record MarkdownFileOptions
{
    /// <summary>Whether pictures go into the text as <c>data:</c> addresses; otherwise into files of the folder
    /// <c>NAME_files</c> next to it.</summary>
    public bool InlineImages { get; init; }

    /// <summary>The notebook's folder; relative images are pointed at from the new place. Left as they are when null.</summary>
    public string? SourceFolder { get; init; }
}
