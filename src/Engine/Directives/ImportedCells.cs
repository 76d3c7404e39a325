using Qiansi.Documents;

namespace Qiansi.Engine.Directives;

/// <summary>One cell of a file that is run as part of another cell.</summary>
/// <param name="Source">Its text, which may hold directives.</param>
/// <param name="Language">Its language.</param>
/// <param name="Name">What traces call it.</param>
internal sealed record ImportedCell(string Source, string Language, string Name);

/// <summary>Reads the cells of notebooks and source files.</summary>
internal static class ImportedCells
{
    /// <summary>The code and Markdown cells of a notebook, or a source file as one cell.</summary>
    /// <param name="path">Full path; its extension tells what it is.</param>
    /// <param name="asker">What error messages start with: <c>#!import</c>.</param>
    /// <exception cref="DirectiveException">The file cannot be read, or is of another kind.</exception>
    public static IReadOnlyList<ImportedCell> Read(string path, string asker)
    {
        var name = Path.GetFileName(path);
        try
        {
            var end = Path.GetExtension(path).ToLowerInvariant();
            var language = NotebookLanguages.All.FirstOrDefault(l => l.Runs && l.Files.Contains(end))?.Name;
            if (language is null && !IsNotebook(end))
                throw new DirectiveException($"{asker}: {name}: files '{end}' cannot be imported; {Importable()} can.");
            if (language is not null) return [new(File.ReadAllText(path), language, name)];
            var notebook = Notebook.Load(path);
            var code = 0;
            return [.. notebook.Cells.Where(c => c.Kind != CellKind.Raw).Select(c => c.Kind == CellKind.Markdown
                ? new ImportedCell(c.Source, "markdown", name)
                : new ImportedCell(c.Source, c.Language ?? notebook.Language, $"{name}, cell {++code}"))];
        }
        catch (Exception e) when (e is DocumentException or IOException or UnauthorizedAccessException)
        {
            throw new DirectiveException($"{asker}: {e.Message}");
        }
    }

    private static bool IsNotebook(string end) => end is ".ipynb" or ".dib" or ".dotnet-interactive";

    private static string Importable()
    {
        string[] ends = [".ipynb", ".dib", .. NotebookLanguages.All.Where(l => l.Runs).SelectMany(l => l.Files)];
        return $"{string.Join(", ", ends[..^1])} and {ends[^1]}";
    }
}
