namespace Qiansi.Engine.Directives;

/// <summary>A file whose cells run as part of a cell, because <c>#!import</c>, <c>#load</c> or a package's extension named it.</summary>
internal sealed class ImportedFile
{
    private static readonly StringComparison PathComparison =
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
    private static readonly AsyncLocal<ImportedFile?> Flowing = new();

    private readonly string _path;
    private readonly ImportedFile? _importedBy;

    private ImportedFile(string path, ImportedFile? importedBy) => (_path, _importedBy) = (path, importedBy);

    /// <summary>The innermost file that is being imported, or null.</summary>
    public static ImportedFile? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    /// <summary>Where relative paths start: the folder of the file being imported, else the session's.</summary>
    public static string Folder(ISession session) =>
        Flowing.Value is { } file ? Path.GetDirectoryName(file._path)! : session.WorkingDirectory;

    /// <summary>The full path of a file as a cell names it.</summary>
    public static string Resolve(string file, ISession session) => Path.GetFullPath(file.Trim('"'), Folder(session));

    /// <summary>Runs the cells of a file in order; a failure ends them, and what ran before it stays.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="cells">What to run, as <see cref="ImportedCells"/> reads it.</param>
    /// <param name="asker">What error messages start with: <c>#!import</c>.</param>
    /// <param name="context">The running cell.</param>
    /// <exception cref="DirectiveException">The file is being imported already; scripts may <c>#load</c> each other,
    /// and each runs once.</exception>
    public static async Task<CellStatus> RunAsync(string path, IReadOnlyList<ImportedCell> cells, string asker, ICellContext context)
    {
        if (ChainTo(path) is { } chain)
        {
            if (asker == "#load") return CellStatus.Ok;
            throw new DirectiveException($"{asker}: {chain} never ends; remove one of these imports.");
        }

        // Set inside this method, so that it ends with it: what is after the import runs in the importing file's folder again.
        Flowing.Value = new ImportedFile(path, Flowing.Value);
        foreach (var cell in cells)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var status = await context.Session.ExecuteNestedAsync(cell.Source, cell.Language, cell.Name, context);
            if (status != CellStatus.Ok) return status;
        }

        return CellStatus.Ok;
    }

    /// <summary>The files from the one that is being imported under this path to the one that imports it again;
    /// null when none is.</summary>
    private static string? ChainTo(string path)
    {
        List<string> chain = [Path.GetFileName(path)];
        for (var file = Flowing.Value; file is not null; file = file._importedBy)
        {
            chain.Insert(0, Path.GetFileName(file._path));
            if (file._path.Equals(path, PathComparison)) return string.Join(" → ", chain);
        }

        return null;
    }
}
