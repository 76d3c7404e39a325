using System.Text;
using Qiansi.Documents;

namespace Qiansi.Publishing.MarkdownFiles;

/// <summary>Reads a Markdown file as a notebook: C# blocks are code cells, what stands between them is Markdown cells.</summary>
/// <remarks>
/// A block counts when its fence stands at the left margin and names C# (<c>csharp</c>, <c>cs</c>,
/// <c>c#</c>) or any language followed by the word <c>cell</c>. The comment <c>&lt;!-- cell --&gt;</c> ends a Markdown cell; what stands
/// between <c>&lt;!-- output --&gt;</c> and <c>&lt;!-- /output --&gt;</c> is left out.
/// A YAML head between two lines <c>---</c> is a raw cell.
/// </remarks>
public sealed class MarkdownReader
{
    private readonly Notebook _notebook = new();
    private readonly List<string> _text = [];

    private MarkdownReader()
    {
    }

    /// <summary>The notebook of a Markdown text.</summary>
    public static Notebook Read(string markdown)
    {
        var lines = markdown.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var reader = new MarkdownReader();
        for (var i = reader.Head(lines); i < lines.Length; i++) i = reader.Block(lines, i);
        reader.EndText();
        return reader._notebook;
    }

    /// <summary>Number of lines of the YAML head; zero without one.</summary>
    private int Head(string[] lines)
    {
        if (lines[0].TrimEnd() != "---") return 0;
        var end = Array.FindIndex(lines, 1, l => l.TrimEnd() is "---" or "...");
        if (end < 0 || lines[1..end].Any(string.IsNullOrWhiteSpace)) return 0; // a rule, and text
        _notebook.Cells.Add(new(CellKind.Raw, string.Join('\n', lines[..(end + 1)])));
        return end + 1;
    }

    /// <summary>Takes in the block that starts at a line; the answer is its last line.</summary>
    private int Block(string[] lines, int at)
    {
        var line = lines[at];
        if (line.Trim() == CellMarks.Boundary)
        {
            EndText();
            return at;
        }

        if (line.Trim() == CellMarks.OutputStart && Array.FindIndex(lines, at, l => l.Trim() == CellMarks.OutputEnd) is var close and > 0)
            return close;
        if (!Fence.Opens(line, out var fence, out var info))
        {
            _text.Add(line);
            return at;
        }

        var end = Array.FindIndex(lines, at + 1, l => Fence.Closes(l, fence));
        if (end < 0) end = lines.Length; // as in CommonMark, a block that is not closed goes to the end
        if (CellLanguage(info) is { } language)
        {
            EndText();
            _notebook.Cells.Add(new(CellKind.Code, string.Join('\n', lines[(at + 1)..end]), language == "csharp" ? null : language));
        }
        else
        {
            _text.AddRange(lines[at..Math.Min(end + 1, lines.Length)]);
        }

        return end;
    }

    private static string? CellLanguage(string info)
    {
        var words = info.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return null;
        var language = words[0].ToLowerInvariant();
        if (NotebookLanguages.Find(language) == NotebookLanguages.CSharp) return NotebookLanguages.CSharp.Name;
        return words.Length > 1 && words[1] == CellMarks.CellWord ? language : null;
    }

    private void EndText()
    {
        var text = string.Join('\n', _text).Trim('\n');
        _text.Clear();
        if (!string.IsNullOrWhiteSpace(text)) _notebook.Cells.Add(new(CellKind.Markdown, text));
    }

    /// <summary>The notebook of a Markdown file.</summary>
    /// <exception cref="DocumentException">The file cannot be read, or is not UTF-8.</exception>
    public static Notebook Load(string path)
    {
        try
        {
            return Read(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)));
        }
        catch (DecoderFallbackException e)
        {
            throw new DocumentException(path, 0, 0, $"the file is not UTF-8 (byte {e.Index} fits no character)", "Save it as UTF-8.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException(path, 0, 0, $"the file cannot be read ({e.Message})", "Check its name and its permissions.", e);
        }
    }
}
