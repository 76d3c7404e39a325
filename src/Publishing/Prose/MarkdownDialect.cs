using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace Qiansi.Publishing.Prose;

/// <summary>The Markdown of notebooks: CommonMark, GitHub's tables, task lists, alerts and strikethrough, footnotes,
/// definition lists and abbreviations.</summary>
internal static class MarkdownDialect
{
    /// <summary>The pipeline for all Markdown of the tool; formulas are taken out before it sees the text.</summary>
    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .UseAutoLinks()
        .UseAlertBlocks()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseFootnotes()
        .UseDefinitionLists()
        .UseAbbreviations()
        .UsePreciseSourceLocation()
        .Build();
}
