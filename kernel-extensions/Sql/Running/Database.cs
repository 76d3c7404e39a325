using DuckDB.NET.Data;
using DuckDB.NET.Data.DataChunk.Writer;
using Qiansi.Contracts;
using Qiansi.SqlCells.Tables;
using Qiansi.SqlCells.Text;

namespace Qiansi.SqlCells.Running;

/// <summary>A DuckDB database, and the variables that queries on it have named.</summary>
/// <remarks>A variable is a temporary view over a table function, which looks up what the variable is when a query reads it.</remarks>
internal sealed class Database : IDisposable
{
    private readonly DuckDBConnection _connection;
    private readonly Dictionary<string, Variable> _variables = new(StringComparer.OrdinalIgnoreCase);
    private int _functions;

    private Database(DuckDBConnection connection) => _connection = connection;

    /// <summary>Opens a database.</summary>
    /// <param name="place">A file, or <c>:memory:</c>.</param>
    /// <param name="session">Whose folder relative paths of files start from.</param>
    /// <exception cref="DirectiveException">It cannot be opened.</exception>
    public static Database Open(string place, ISession session)
    {
        var connection = new DuckDBConnection($"DataSource={place}");
        try
        {
            connection.Open();
        }
        catch (Exception e) when (e is DuckDBException or InvalidOperationException)
        {
            connection.Dispose();
            throw new DirectiveException($"#!sql: --connection {place} cannot be opened as a DuckDB database: {e.Message}");
        }

        var database = new Database(connection);
        database.Execute($"set file_search_path = '{session.WorkingDirectory.Replace("'", "''", StringComparison.Ordinal)}'");
        return database;
    }

    /// <summary>A command for one statement.</summary>
    public DuckDBCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    /// <summary>Lets views over variables, the notebook's own too, read what these are now.</summary>
    public void Refresh(SessionValues values)
    {
        foreach (var (name, variable) in _variables) variable.Table = SessionTable.TryOf(values[name]);
    }

    /// <summary>Lets queries read a variable by its name.</summary>
    /// <remarks>A table or view that the notebook has made under the name is what is meant.</remarks>
    public void Offer(string name, SessionTable table)
    {
        if (IsTaken(name))
        {
            Withdraw(name);
            return;
        }

        if (_variables.TryGetValue(name, out var variable))
        {
            variable.Table = table;
            try
            {
                Show(name, variable);
                return;
            }
            catch (DuckDBException)
            {
                // A transaction that was rolled back has taken the function with it: another one under another name.
            }
        }

        _variables[name] = variable = new(name, $"variable_{++_functions}") { Table = table };
        _connection.RegisterTableFunction(variable.Function, () => new TableFunction(
            [.. variable.Read().Columns.Select(c => new ColumnInfo(c.Name, c.Type))], variable.Read().Rows),
            (row, writers, index) => Write(variable.Read(), row, writers, index));
        Show(name, variable);
    }

    /// <summary>Takes a variable's view away, since its name is to be a table or view of the notebook.</summary>
    public void Withdraw(string name)
    {
        if (_variables.Remove(name)) Execute($"drop view if exists temp.{SqlText.Quoted(name)}");
    }

    /// <summary>The tables and views that cells have made, with their columns.</summary>
    public List<(string Name, IReadOnlyList<string> Columns)> Tables()
    {
        using var command = Command("""
            select table_name, column_name from duckdb_columns() where not internal order by table_oid, column_index
            """);
        using var reader = command.ExecuteReader();
        var columns = new List<(string Table, string Column)>();
        while (reader.Read()) columns.Add((reader.GetString(0), reader.GetString(1)));
        return [.. columns.Where(c => !_variables.ContainsKey(c.Table)).GroupBy(c => c.Table)
            .Select(t => (t.Key, (IReadOnlyList<string>)[.. t.Select(c => c.Column)]))];
    }

    public void Dispose() => _connection.Dispose();

    private bool IsTaken(string name)
    {
        using var command = Command("""
            select exists (from duckdb_tables() where lower(table_name) = lower($name))
                or exists (from duckdb_views() where lower(view_name) = lower($name) and not internal and not (temporary and $ours))
            """);
        command.Parameters.Add(new DuckDBParameter("name", name));
        command.Parameters.Add(new DuckDBParameter("ours", _variables.ContainsKey(name)));
        return (bool)command.ExecuteScalar()!;
    }

    private void Show(string name, Variable variable) =>
        Execute($"create or replace temp view {SqlText.Quoted(name)} as select * from {variable.Function}()");

    private void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private static void Write(SessionTable table, object? row, IDuckDBDataWriter[] writers, ulong index)
    {
        for (var column = 0; column < writers.Length; column++)
        {
            switch (table[row, column])
            {
                case null: writers[column].WriteNull(index); break;
                case bool v: writers[column].WriteValue(v, index); break;
                case byte v: writers[column].WriteValue(v, index); break;
                case sbyte v: writers[column].WriteValue(v, index); break;
                case short v: writers[column].WriteValue(v, index); break;
                case ushort v: writers[column].WriteValue(v, index); break;
                case int v: writers[column].WriteValue(v, index); break;
                case uint v: writers[column].WriteValue(v, index); break;
                case long v: writers[column].WriteValue(v, index); break;
                case ulong v: writers[column].WriteValue(v, index); break;
                case float v: writers[column].WriteValue(v, index); break;
                case double v: writers[column].WriteValue(v, index); break;
                case decimal v: writers[column].WriteValue(v, index); break;
                case System.Numerics.BigInteger v: writers[column].WriteValue(v, index); break;
                case DateTime v: writers[column].WriteValue(v, index); break;
                case DateOnly v: writers[column].WriteValue(v, index); break;
                case TimeOnly v: writers[column].WriteValue(v, index); break;
                case TimeSpan v: writers[column].WriteValue(v, index); break;
                case DateTimeOffset v: writers[column].WriteValue(v, index); break;
                case Guid v: writers[column].WriteValue(v, index); break;
                case var v: writers[column].WriteValue((string)v, index); break;
            }
        }
    }

    /// <summary>A variable that queries have named.</summary>
    private sealed class Variable(string name, string function)
    {
        public string Function => function;

        /// <summary>What it is now; null when that is no table.</summary>
        public SessionTable? Table { get; set; }

        public SessionTable Read() => Table
            ?? throw new InvalidOperationException($"the variable '{name}' has no value now that can be read as a table");
    }
}
