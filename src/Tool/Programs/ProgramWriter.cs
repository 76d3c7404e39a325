using System.Text;
using Qiansi.Documents;
using Qiansi.Publishing;

namespace Qiansi.Tool.Programs;

/// <summary>Writes a notebook as a program in one file, which <c>dotnet run FILE.cs</c> runs: cells one after the other,
/// types behind them.</summary>
/// <remarks>Texts and cells in other languages become comments. The last expression of a cell is printed,
/// as is what cells display.</remarks>
internal static class ProgramWriter
{
    /// <summary>What the kernel opens for every cell and <c>dotnet run</c> does not.</summary>
    private const string Usings = "using System.Collections;\nusing System.Text;\nusing static NotebookOutput;\n";

    /// <summary>What stands behind the cells: the display of the notebook, as text.</summary>
    private const string Output = """
        /// <summary>What a notebook shows, as text.</summary>
        static class NotebookOutput
        {
            public static void Show<T>(Func<T> value) => display(value());

            public static void Show(Action work) => work();

            public static void display(object? value, params string[] mediaTypes) =>
                Console.WriteLine(value is string or not IEnumerable ? value : $"[ {string.Join(", ", ((IEnumerable)value).Cast<object?>())} ]");

            public static T Display<T>(this T value, params string[] mediaTypes)
            {
                display(value);
                return value;
            }
        }
        """;

    private static readonly string[] Properties =
        ["AllowUnsafeBlocks=true", "Nullable=annotations", "PublishAot=false", "TreatWarningsAsErrors=false",
            "ManagePackageVersionsCentrally=false"];

    /// <summary>Writes the file.</summary>
    /// <returns>What a program has no place for, one line each.</returns>
    /// <exception cref="DocumentException">The file cannot be written.</exception>
    public static IReadOnlyList<string> Write(Notebook notebook, string path)
    {
        var warnings = new List<string>();
        var cells = new ProgramCells(warnings);
        foreach (var (i, cell) in notebook.Cells.Index())
        {
            if (cell.Kind == CellKind.Markdown) cells.AddText(cell.Source);
            else if (cell.Kind == CellKind.Code) cells.AddCode(cell.Code, cell.Language ?? notebook.Language, i + 1);
        }

        var body = new StringBuilder(Usings);
        foreach (var directive in cells.Usings) body.Append(directive).Append('\n');
        body.Append('\n').Append(cells.Statements).Append('\n').Append(cells.Types).Append(Output).Append('\n');
        OutputFile.Write(path, $"{Head(cells, body.ToString(), path, warnings)}\n{body}");
        return warnings;
    }

    /// <summary>The lines that say what the program is built with; what a folder above it says of projects does not hold for it.</summary>
    private static string Head(ProgramCells cells, string body, string path, List<string> warnings)
    {
        var head = new StringBuilder();
        foreach (var package in cells.Packages) head.Append($"#:package {package}\n");
        var libraries = ProgramLibraries.UsedBy(body);
        foreach (var project in ProgramLibraries.Projects(libraries, path, warnings)) head.Append($"#:project {project}\n");
        foreach (var property in Properties)
            head.Append($"#:property {property}\n");
        foreach (var space in ProgramLibraries.OpenIn(libraries)) head.Append($"using {space};\n");
        return head.ToString();
    }
}
