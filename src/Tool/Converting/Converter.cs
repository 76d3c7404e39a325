using Qiansi.Documents;
using Qiansi.Publishing;
using Qiansi.Publishing.MarkdownFiles;
using Qiansi.Tool.Programs;

namespace Qiansi.Tool.Converting;

/// <summary>
/// Converts notebooks among <c>.ipynb</c>, <c>.dib</c>, <c>.html</c> and <c>.md</c>, and to programs (<c>.cs</c>); the extensions of the
/// names say what to do.
/// </summary>
internal static class Converter
{
    /// <summary>Reads one file and writes the other.</summary>
    /// <param name="input">A notebook: .ipynb, .dib or .md.</param>
    /// <param name="output">The file to write: .ipynb, .dib, .html, .md or .cs; replaced in one step when it is there.</param>
    /// <param name="options">How; defaults when null.</param>
    /// <returns>What could not be converted as meant, one line each, for the command to print.</returns>
    /// <exception cref="DocumentException">A file cannot be read or written, or an extension is not one of these.</exception>
    public static IReadOnlyList<string> Convert(string input, string output, ConversionOptions? options = null)
    {
        options ??= new();
        if (SameFile(input, output))
            throw new DocumentException(output, 0, 0, "input and output are the same file", "Name another output file.");
        var kind = Kind(output);
        if (kind is not (".ipynb" or ".dib" or ".html" or ".htm" or ".md" or ".markdown" or ".cs"))
            throw new DocumentException(output, 0, 0, $"nothing is known about writing '{kind}' files",
                "Name a file that ends in .ipynb, .dib, .html, .md or .cs.");
        var notebook = Load(input);
        switch (kind)
        {
            case ".html" or ".htm":
                return HtmlPage.Write(
                    notebook, output, PageOptions.Of(input) with { Trusted = options.Trusted, Typesetter = options.Typesetter });
            case ".md" or ".markdown":
                return MarkdownWriter.Write(notebook, output, new() { SourceFolder = Folder(input), InlineImages = options.InlineImages });
            case ".cs":
                return ProgramWriter.Write(notebook, output);
            default:
                OutputFile.MakeFolder(output);
                notebook.Save(output);
                return kind == ".dib" ? LostInDib(notebook) : [];
        }
    }

    /// <summary>Reads a notebook of any format that can be read.</summary>
    /// <exception cref="DocumentException">The file cannot be read.</exception>
    public static Notebook Load(string path) => Kind(path) switch
    {
        ".md" or ".markdown" => MarkdownReader.Load(path),
        ".cs" => throw new DocumentException(path, 0, 0, "a program is no notebook",
            "Convert from the .ipynb, .dib or .md file it was made of."),
        ".html" or ".htm" => throw new DocumentException(
            path, 0, 0, "an HTML page cannot be turned back into a notebook", "Convert from the .ipynb or .dib file it was made of."),
        _ => Notebook.Load(path),
    };

    private static List<string> LostInDib(Notebook notebook)
    {
        var warnings = new List<string>();
        var outputs = notebook.Cells.Count(c => c.Outputs.Count > 0);
        if (outputs > 0)
            warnings.Add(
                $"The outputs of {outputs} {(outputs == 1 ? "cell" : "cells")} are not in the .dib file, which has no place for them.");
        var attachments = notebook.Cells.Count(c => c.Attachments is { Count: > 0 });
        if (attachments > 0)
            warnings.Add($"The attachments of {attachments} {(attachments == 1 ? "cell" : "cells")} are not in the .dib file, "
                + "which has no place for them; convert to .md to have them as files.");
        return warnings;
    }

    private static string Kind(string path) => Path.GetExtension(path).ToLowerInvariant();

    private static string Folder(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    private static bool SameFile(string first, string second) =>
        string.Equals(Path.GetFullPath(first), Path.GetFullPath(second),
            OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
