using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Qiansi.Benchmarks;

/// <summary>A table of numbers in SQLite, its statements called without ADO.NET between.</summary>
internal sealed class SqlitePeer : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _insert;
    private readonly sqlite3_stmt _select;

    private SqlitePeer(SqliteConnection connection)
    {
        _connection = connection;
        _insert = Prepare("insert into t values (?, ?)");
        _select = Prepare("select value from t where key = ?");
    }

    /// <summary>Pages asked for and pages read since the file was opened.</summary>
    public (long Asked, long Read) Pages
    {
        get
        {
            raw.sqlite3_db_status(_connection.Handle, raw.SQLITE_DBSTATUS_CACHE_HIT, out var hits, out _, 0);
            raw.sqlite3_db_status(_connection.Handle, raw.SQLITE_DBSTATUS_CACHE_MISS, out var misses, out _, 0);
            return (hits + misses, misses);
        }
    }

    public static SqlitePeer Open(string path, int pages, int checkpointPages, bool isSynced)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            pragma page_size = 4096; pragma journal_mode = wal; pragma synchronous = {(isSynced ? "full" : "normal")};
            pragma cache_size = {pages}; pragma wal_autocheckpoint = {checkpointPages}; pragma locking_mode = exclusive;
            create table if not exists t (key integer primary key, value integer);
            """;
        command.ExecuteNonQuery();
        return new(connection);
    }

    /// <summary>Inserts keys, each with itself as value, in one transaction.</summary>
    public void Insert(ReadOnlySpan<long> keys)
    {
        using (var begin = Prepare("begin")) Step(begin, raw.SQLITE_DONE);
        foreach (var key in keys)
        {
            raw.sqlite3_bind_int64(_insert, 1, key);
            raw.sqlite3_bind_int64(_insert, 2, key);
            Step(_insert, raw.SQLITE_DONE);
            raw.sqlite3_reset(_insert);
        }

        using var commit = Prepare("commit");
        Step(commit, raw.SQLITE_DONE);
    }

    public void LookUp(long[] keys)
    {
        foreach (var key in keys)
        {
            raw.sqlite3_bind_int64(_select, 1, key);
            Step(_select, raw.SQLITE_ROW);
            if (raw.sqlite3_column_int64(_select, 0) != key) throw new InvalidOperationException($"{key} was not found");
            raw.sqlite3_reset(_select);
        }
    }

    /// <summary>The sum of all values, read row by row with their keys.</summary>
    public long Scan(bool isDescending)
    {
        using var scan = Prepare($"select key, value from t order by key {(isDescending ? "desc" : "asc")}");
        var sum = 0L;
        while (raw.sqlite3_step(scan) == raw.SQLITE_ROW) sum = unchecked(sum + raw.sqlite3_column_int64(scan, 1));
        return sum;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _select.Dispose();
        _connection.Dispose();
    }

    private sqlite3_stmt Prepare(string sql)
    {
        if (raw.sqlite3_prepare_v2(_connection.Handle, sql, out var statement) != raw.SQLITE_OK)
            throw new InvalidOperationException(raw.sqlite3_errmsg(_connection.Handle).utf8_to_string());
        return statement;
    }

    private void Step(sqlite3_stmt statement, int expected)
    {
        if (raw.sqlite3_step(statement) is var result && result != expected)
            throw new InvalidOperationException($"SQLite: {result}, {raw.sqlite3_errmsg(_connection.Handle).utf8_to_string()}");
    }
}
