using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;
using Qiansi.Engine.Directives;

namespace Qiansi.Engine.Documents.Parameters;

/// <summary>
/// Parameters in papermill's manner: the cell tagged <c>parameters</c> declares variables with their defaults, and a cell tagged <c>injected-parameters</c> right after it gives them
/// the values of this run. As .dib files have no tags, a code cell that starts with the comment <c>// parameters</c> is the parameters cell there.
/// </summary>
public static class NotebookParameters
{
    private const string Tag = "parameters";
    private const string InjectedTag = "injected-parameters";

    /// <summary>What the notebook's parameters cell declares, in order; empty when it has none.</summary>
    public static IReadOnlyList<NotebookParameter> Declared(Notebook notebook) => Find(notebook) is { } cell ? ParameterDeclarations.Read(cell.Code) : [];

    /// <summary>
    /// Puts a cell with the given values after the parameters cell (at the top when there is none, where the values' own looks tell the types); replaces one that an earlier run put there.
    /// Does nothing when no value is given.
    /// </summary>
    /// <param name="notebook">The notebook to change.</param>
    /// <param name="values">Names with their values as text; arrays as JSON lists. Of equal names the last counts.</param>
    /// <exception cref="ParameterException">A name is not declared, or a value does not fit its type; the notebook is unchanged.</exception>
    public static void Inject(Notebook notebook, IEnumerable<KeyValuePair<string, string>> values)
    {
        var wanted = new Dictionary<string, string>();
        foreach (var (name, value) in values) wanted[name] = value;
        if (wanted.Count == 0) return;

        var cell = Find(notebook);
        var language = cell is null ? notebook.Language : cell.Language ?? notebook.Language;
        if (cell is not null && language != "csharp")
            throw new ParameterException($"The parameters cell is written in {language}; parameters can be given to C# cells only.");
        var declared = cell is null ? null : ParameterDeclarations.Read(cell.Code);
        var source = new StringBuilder("// Parameters of this run\n");
        foreach (var (name, value) in wanted) source.Append(Declaration(name, value, declared)).Append('\n');

        notebook.Cells.RemoveAll(c => c.HasTag(InjectedTag));
        var injected = new Cell(CellKind.Code, source.ToString(0, source.Length - 1), cell?.Language ?? (language == "csharp" ? null : "csharp"));
        injected.Metadata["tags"] = new JsonArray(InjectedTag);
        notebook.Cells.Insert(cell is null ? 0 : notebook.Cells.IndexOf(cell) + 1, injected);
    }

    private static Cell? Find(Notebook notebook) => notebook.Cells.Find(c => c.Kind == CellKind.Code
        && (c.HasTag(Tag) || (notebook.Format == NotebookFormat.Dib && IsMarked(c.Code))));

    private static bool IsMarked(string code) =>
        code.AsSpan(0, code.IndexOf('\n') is >= 0 and var end ? end : code.Length).Trim("/ \t\r").Equals(Tag, StringComparison.OrdinalIgnoreCase) && code.StartsWith("//", StringComparison.Ordinal);

    private static string Declaration(string name, string value, IReadOnlyList<NotebookParameter>? declared)
    {
        if (!SyntaxFacts.IsValidIdentifier(name)) throw new ParameterException($"'{name}' cannot be the name of a parameter; write name=value, such as epochs=5.");
        var parameter = declared?.FirstOrDefault(p => p.Name == name);
        if (declared is not null && parameter is null) throw Unknown(name, declared);
        var type = parameter is null ? ParameterValues.TypeOf(value) : parameter.KnownType ?? throw Opaque(parameter);
        var code = ParameterValues.ToCode(type, value)
            ?? throw new ParameterException($"Parameter '{name}' is of type {type}, and '{value}' is not {ParameterValues.Describe(type)}.");
        var identifier = SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
        return $"{(parameter is { IsConstant: true } ? "const " : "")}{type} {identifier} = {code};";
    }

    private static ParameterException Unknown(string name, IReadOnlyList<NotebookParameter> declared)
    {
        if (declared.Count == 0) return new($"There is no parameter '{name}': the parameters cell declares no variable. Declare it there, such as: int {name} = 1;");
        var nearest = NearestNames.Of(name, declared.Select(p => p.Name)).FirstOrDefault();
        var known = string.Join(", ", declared.Select(p => $"{p.Name} ({p.Type})"));
        return new($"There is no parameter '{name}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")} The notebook's parameters are: {known}.");
    }

    private static ParameterException Opaque(NotebookParameter parameter) => new(
        $"Parameter '{parameter.Name}' is declared as '{parameter.Type}'{(parameter.Default is null ? "" : $" = {parameter.Default}")}, for which no value can be given from outside. "
        + "Declare it with a number type, bool, char, string, or an array of one of them.");
}
