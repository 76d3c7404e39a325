using DuckDB.NET.Data;
using DuckDB.NET.Data.DataChunk.Writer;
using Qiansi.Contracts;
using Qiansi.SqlCells.Tables;
using Qiansi.SqlCells.Text;

namespace Qiansi.SqlCells.Running;

/// <summary>A DuckDB database, and the variables that queries on it have named.</summary>
internal sealed class Database : IDisposable
{
    private readonly DuckDBConnection _connection;
    // What a query reads at this moment. A function can be registered only once under a name, so it looks here.
    private readonly Dictionary<string, SessionTable> _variables = new(StringComparer.OrdinalIgnoreCase);

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

    /// <summary>Lets queries read a variable by its name, anew each time.</summary>
    /// <remarks>A table or view of the database that has the name stays what is meant.</remarks>
    public void Offer(string name, SessionTable table)
    {
        if (!_variables.ContainsKey(name))
        {
            if (Tables().Any(t => t.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) return;
            _connection.RegisterTableFunction(name, () => new TableFunction(
                [.. _variables[name].Columns.Select(c => new ColumnInfo(c.Name, c.Type))], _variables[name].Rows),
                (row, writers, index) => Write(_variables[name], row, writers, index));
        }

        _variables[name] = table;
        Execute($"create or replace temp view {SqlText.Quoted(name)} as select * from {SqlText.Quoted(name)}()");
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
}
