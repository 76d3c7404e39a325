using Qiansi.Contracts;
using Qiansi.Engine.Documents;

namespace Qiansi.Engine.Directives.BuiltIn;

/// <summary><c>#!import file</c>: runs a notebook's code cells, or a source file, as if they stood in the cell.</summary>
/// <remarks>Paths start from the folder of the file that imports. A failure ends the cell; what ran before it stays.</remarks>
internal sealed class ImportDirective : IWrappingDirective
{
    private static readonly StringComparison PathComparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public string Name => "import";

    public string Summary => "Runs the cells of a notebook, or a source file, as part of this cell.";

    public IReadOnlyList<DirectiveArgument> Arguments { get; } =
    [
        new("file", "A file .ipynb, .dib, .cs, .csx, .html, .js, .md or .mmd; relative paths start from the folder of the file that imports it.", Required: true, TakesRest: true),
    ];

    public async Task<CellStatus> InvokeAroundAsync(DirectiveInvocation invocation, ICellContext context, Func<Task<CellStatus>> rest)
    {
        var status = await Import(ImportedFile.Resolve(invocation["file"]!, context.Session), context);
        return status == CellStatus.Ok ? await rest() : status;
    }

    private static async Task<CellStatus> Import(string path, ICellContext context)
    {
        if (!File.Exists(path)) throw new DirectiveException($"#!import: there is no file {path}. Relative paths start from {ImportedFile.Folder(context.Session)}.");
        RefuseCycle(path);
        var blocks = Read(path);

        // Set inside this method, so that it ends with it: what is after the import runs in the importing file's folder again.
        ImportedFile.Current = new ImportedFile(path, ImportedFile.Current);
        foreach (var (source, language, name) in blocks)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var status = await context.Session.ExecuteNestedAsync(source, language, name, context);
            if (status != CellStatus.Ok) return status;
        }

        return CellStatus.Ok;
    }

    private static List<(string Source, string Language, string Name)> Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            var language = Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".ipynb" or ".dib" or ".dotnet-interactive" => null,
                ".cs" or ".csx" => "csharp",
                ".html" or ".htm" => "html",
                ".js" => "javascript",
                ".md" => "markdown",
                ".mmd" or ".mermaid" => "mermaid",
                var other => throw new DirectiveException($"#!import: {name}: files '{other}' cannot be imported; .ipynb, .dib, .cs, .csx, .html, .js, .md and .mmd can."),
            };
            if (language is not null) return [(File.ReadAllText(path), language, name)];
            var notebook = Notebook.Load(path);
            return [.. notebook.Cells.Where(c => c.Kind == CellKind.Code).Select((c, i) => (c.Source, c.Language ?? notebook.Language, $"{name}, cell {i + 1}"))];
        }
        catch (Exception e) when (e is DocumentException or IOException or UnauthorizedAccessException)
        {
            throw new DirectiveException($"#!import: {e.Message}");
        }
    }

    private static void RefuseCycle(string path)
    {
        List<string> chain = [Path.GetFileName(path)];
        for (var file = ImportedFile.Current; file is not null; file = file.ImportedBy)
        {
            chain.Insert(0, Path.GetFileName(file.Path));
            if (file.Path.Equals(path, PathComparison)) throw new DirectiveException($"#!import: {string.Join(" → ", chain)} never ends; remove one of these imports.");
        }
    }
}
