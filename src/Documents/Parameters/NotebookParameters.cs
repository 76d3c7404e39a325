using System.Text.Json.Nodes;

namespace Qiansi.Documents.Parameters;

/// <summary>
/// Parameters in papermill's manner: the cell tagged <c>parameters</c> declares variables with their defaults, and a cell tagged
/// <c>injected-parameters</c> right after it gives them
/// the values of this run. As .dib files have no tags, a code cell that starts with the comment <c>// parameters</c> is the parameters
/// cell there.
/// </summary>
public static class NotebookParameters
{
    private const string Tag = "parameters";
    private const string InjectedTag = "injected-parameters";

    /// <summary>
    /// Puts a cell with the given values after the parameters cell (at the top when there is none, where the values' own looks tell the
    /// types); replaces one that an earlier run put there.
    /// Does nothing when no value is given.
    /// </summary>
    /// <param name="notebook">The notebook to change.</param>
    /// <param name="values">Names with their values as text; arrays as JSON lists. Of equal names the last counts.</param>
    /// <param name="writer">The language that parameters are written in.</param>
    /// <exception cref="ParameterException">A name is not declared, or a value does not fit its type; the notebook is
    /// unchanged.</exception>
    public static void Inject(Notebook notebook, IEnumerable<KeyValuePair<string, string>> values, IParameterLanguage writer)
    {
        var wanted = new Dictionary<string, string>();
        foreach (var (name, value) in values) wanted[name] = value;
        if (wanted.Count == 0) return;

        var cell = Find(notebook);
        var language = cell is null ? notebook.Language : cell.Language ?? notebook.Language;
        if (cell is not null && language != writer.Name)
            throw new ParameterException($"The parameters cell is written in {language}; parameters can be given to C# cells only.");
        var source = writer.Assign(wanted, cell?.Code);

        notebook.Cells.RemoveAll(c => c.HasTag(InjectedTag));
        var injected = new Cell(CellKind.Code, source, cell?.Language ?? (language == writer.Name ? null : writer.Name));
        injected.Metadata["tags"] = new JsonArray(InjectedTag);
        notebook.Cells.Insert(cell is null ? 0 : notebook.Cells.IndexOf(cell) + 1, injected);
    }

    private static Cell? Find(Notebook notebook) => notebook.Cells.Find(c => c.Kind == CellKind.Code
        && (c.HasTag(Tag) || (notebook.Format == NotebookFormat.Dib && IsMarked(c.Code))));

    private static bool IsMarked(string code) =>
        code.StartsWith("//", StringComparison.Ordinal)
        && code.AsSpan(0, code.IndexOf('\n') is >= 0 and var end ? end : code.Length).Trim("/ \t\r")
            .Equals(Tag, StringComparison.OrdinalIgnoreCase);
}
