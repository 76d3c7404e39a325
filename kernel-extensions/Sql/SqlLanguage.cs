using System.Text.RegularExpressions;
using Qiansi.Contracts;
using Qiansi.SqlCells.Running;
using Qiansi.SqlCells.Text;

namespace Qiansi.SqlCells;

/// <summary>Cells in SQL, on DuckDB: over variables of the session, CSV and Parquet files, and tables that the notebook makes.</summary>
/// <remarks>Its database is the session's own, in memory; <c>--connection FILE</c> opens a file instead.</remarks>
public sealed partial class SqlLanguage : IParameterizedLanguage, IDisposable
{
    private readonly Dictionary<string, Database> _databases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NamedValue> _values = new(StringComparer.Ordinal);
    private ISession? _session;

    /// <inheritdoc />
    public string Name => "sql";

    /// <inheritdoc />
    public IReadOnlyList<string> Aliases => [];

    /// <inheritdoc />
    public string Summary => "Runs SQL on DuckDB, over variables of the session, CSV and Parquet files.";

    /// <inheritdoc />
    public IReadOnlyList<DirectiveArgument> Arguments { get; } =
    [
        new("--name", "Keeps the last result as a C# variable of this name, a DataFrame, in place of showing it."),
        new("--connection", "A DuckDB file to work in, made when it is not there; the session's database in memory when left out."),
    ];

    /// <inheritdoc />
    public IReadOnlyList<NamedValue> Values => [.. _values.Values];

    /// <inheritdoc />
    public Task<CellStatus> ExecuteAsync(CodeBlock block, ICellContext context) => ExecuteAsync(block, null, null, context);

    /// <inheritdoc />
    public Task<CellStatus> ExecuteAsync(CodeBlock block, DirectiveInvocation invocation, ICellContext context) =>
        ExecuteAsync(block, invocation["--name"], invocation["--connection"], context);

    private async Task<CellStatus> ExecuteAsync(CodeBlock block, string? name, string? file, ICellContext context)
    {
        if (await Driver.BringAsync(context) is var status and not CellStatus.Ok) return status;
        return await RunAsync(block, name, file, context);
    }

    // A method of its own: it can be compiled only once the packages are there.
    private async Task<CellStatus> RunAsync(CodeBlock block, string? name, string? file, ICellContext context)
    {
        _session = context.Session;
        if (name is not null && !VariableName().IsMatch(name))
            throw new DirectiveException(
                $"#!sql: --name {name} cannot be the name of a variable; use letters, digits and _, and start with a letter.");
        var place = file is null or ":memory:" ? ":memory:" : Path.GetFullPath(file, context.Session.WorkingDirectory);
        if (!_databases.TryGetValue(place, out var database)) _databases[place] = database = Database.Open(place, context.Session);
        return await new SqlCell(block, name, database, new(context.Session, this)).ExecuteAsync(context);
    }

    /// <inheritdoc />
    public Task SetValueAsync(string name, object? value, Type declaredType)
    {
        _values[name] = new(name, value, declaredType);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation) =>
        Task.FromResult(Completion.At(code, position, _databases.GetValueOrDefault(":memory:"),
            _session is null ? [] : new SessionValues(_session, this).Tables()));

    [GeneratedRegex(@"^[\p{L}_]\w*$")]
    private static partial Regex VariableName();

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var database in _databases.Values) database.Dispose();
        _databases.Clear();
    }
}
