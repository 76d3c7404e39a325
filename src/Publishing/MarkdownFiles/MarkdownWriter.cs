using Qiansi.Documents;
using Qiansi.Publishing.Cells;

namespace Qiansi.Publishing.MarkdownFiles;

/// <summary>Writes a notebook as Markdown: code in fences with its language, outputs as text, tables and pictures.</summary>
/// <remarks>
/// <see cref="MarkdownReader"/> makes the same cells of it again, without outputs. The tags <c>remove-cell</c>, <c>remove-input</c> and
/// <c>remove-output</c> are heeded; what other tags fold away on a page is in sight here, as Markdown cannot fold.
/// </remarks>
public static class MarkdownWriter
{
    /// <summary>Writes the file, and its pictures next to it.</summary>
    /// <returns>What could not be written as meant.</returns>
    /// <exception cref="DocumentException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Write(Notebook notebook, string path, MarkdownFileOptions? options = null)
    {
        options ??= new();
        var pictures = new PictureFolder(path, options.InlineImages);
        var warnings = new List<string>();
        var links = new MarkdownLinks(pictures, options.SourceFolder, Path.GetDirectoryName(Path.GetFullPath(path))!, warnings);
        var outputs = new OutputMarkdown(pictures, warnings);
        var blocks = new List<string>();
        var previous = CellKind.Code;
        for (var i = 0; i < notebook.Cells.Count; i++)
        {
            var cell = notebook.Cells[i];
            var visibility = CellVisibility.Of(cell);
            if (visibility.Cell == Visibility.Left || string.IsNullOrWhiteSpace(cell.Source) && cell.Outputs.Count == 0) continue;
            switch (cell.Kind)
            {
                case CellKind.Code:
                    if (visibility.Input != Visibility.Left) blocks.Add(Fence.Write(cell.Code, Info(cell, notebook)));
                    if (visibility.Output != Visibility.Left && outputs.Blocks(cell.Outputs, i + 1).ToList() is { Count: > 0 } shown)
                        blocks.Add($"{CellMarks.OutputStart}\n\n{string.Join("\n\n", shown)}\n\n{CellMarks.OutputEnd}");
                    break;
                case CellKind.Raw when !IsForMarkdown(cell):
                    continue;
                default:
                    if (previous != CellKind.Code) blocks.Add(CellMarks.Boundary);
                    blocks.Add(links.Rewrite(cell.Source.Replace("\r\n", "\n").Trim('\n'), cell.Attachments, i + 1));
                    break;
            }

            previous = cell.Kind;
        }

        OutputFile.Write(path, string.Join("\n\n", blocks) + "\n");
        pictures.Write();
        return warnings;
    }

    private static string Info(Cell cell, Notebook notebook)
    {
        var language = cell.Language ?? notebook.Language;
        return language == "csharp" ? language : $"{language} {CellMarks.CellWord}";
    }

    private static bool IsForMarkdown(Cell cell) =>
        (cell.Metadata["raw_mimetype"] ?? cell.Metadata["format"])?.ToString() is null or ""
            or "text/markdown" or "text/html" or "text/plain";
}
