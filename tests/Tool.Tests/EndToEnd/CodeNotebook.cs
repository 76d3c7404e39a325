using Qiansi.Documents;

namespace Qiansi.Tool.Tests.EndToEnd;

/// <summary>Small notebooks of code cells.</summary>
internal static class CodeNotebook
{
    /// <summary>Writes a notebook with these code cells and returns its path.</summary>
    public static string Write(string folder, string name, params string[] cells) =>
        Write(folder, name, [.. cells.Select(c => new Cell(CellKind.Code, c))]);

    /// <summary>Writes a notebook with these cells and returns its path.</summary>
    public static string Write(string folder, string name, params Cell[] cells)
    {
        var notebook = new Notebook();
        notebook.Cells.AddRange(cells);
        var path = Path.Combine(folder, name);
        notebook.Save(path);
        return path;
    }

    /// <summary>A code cell with tags.</summary>
    public static Cell Tagged(string code, params string[] tags) => new(CellKind.Code, code) { Tags = tags };

    /// <summary>The text/plain of a cell's result, or null.</summary>
    public static string? Result(this Cell cell) => cell.Outputs.OfType<ResultOutput>().SingleOrDefault()?.Data["text/plain"];

    /// <summary>The error a cell ended with, or null.</summary>
    public static ErrorOutput? Failure(this Cell cell) => cell.Outputs.OfType<ErrorOutput>().LastOrDefault();
}
