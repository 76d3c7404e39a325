namespace Qiansi.Engine.Directives.BuiltIn;

/// <summary><c>#!import file</c>: runs a notebook's cells, its Markdown too, or a source file, as if they stood in the cell.</summary>
/// <remarks>Paths start from the folder of the file that imports. A failure ends the cell; what ran before it stays.</remarks>
internal sealed class ImportDirective : IWrappingDirective
{
    public string Name => "import";

    public string Summary => "Runs the cells of a notebook, or a source file, as part of this cell.";

    public IReadOnlyList<DirectiveArgument> Arguments { get; } =
    [
        new("file", "A file .ipynb, .dib, .cs, .csx, .html, .js, .md or .mmd; relative paths start from the folder of "
            + "the file that imports it.", Required: true, TakesRest: true),
    ];

    public async Task<CellStatus> InvokeAroundAsync(DirectiveInvocation invocation, ICellContext context, Func<Task<CellStatus>> rest)
    {
        var path = ImportedFile.Resolve(invocation["file"]!, context.Session);
        if (!File.Exists(path))
            throw new DirectiveException(
                $"#!import: there is no file {path}. Relative paths start from {ImportedFile.Folder(context.Session)}.");
        var status = await ImportedFile.RunAsync(path, ImportedCells.Read(path, "#!import"), "#!import", context);
        return status == CellStatus.Ok ? await rest() : status;
    }
}
