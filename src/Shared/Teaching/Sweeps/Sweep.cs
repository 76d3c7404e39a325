using System.Data;
using System.Globalization;
using Qiansi.Teaching.Sweeps;

namespace Qiansi.Teaching;

/// <summary>Results of <c>nb run FILE --param name=a,b</c> in a notebook.</summary>
public static class Sweep
{
    private static readonly string[] CurveColumns = ["name", "step", "value"];

    /// <summary>The runs: a row each with its number, parameters, status, seconds and the last value of each name it recorded.</summary>
    /// <param name="folder">The sweep's folder; the sweep may still go on.</param>
    /// <returns>
    /// A table whose columns of parameters are whole numbers, numbers, truth values or text, as all values allow; what a run did not record
    /// is <see cref="DBNull"/>. <c>#!sql</c> cells read it.
    /// </returns>
    /// <exception cref="InvalidDataException">It is no folder of a sweep, or a file of it cannot be read.</exception>
    public static DataTable Load(string folder)
    {
        var results = SweepResults.Read(folder);
        var table = new DataTable(System.IO.Path.GetFileName(System.IO.Path.GetFullPath(folder))) { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("run", typeof(int));
        AddParameters(table, results);
        table.Columns.Add("status", typeof(string));
        table.Columns.Add("seconds", typeof(double));
        foreach (var column in results.ValueColumns) table.Columns.Add(column, typeof(double));
        foreach (var run in results.Rows)
        {
            object[] values = [.. results.Values.Select(name => (object?)run.Last(name) ?? DBNull.Value)];
            table.Rows.Add([run.Run.Index, .. Parameters(table, results, run), run.Status,
                run.State is { } state && state.Status != RunStatus.Running ? state.Seconds : DBNull.Value, .. values]);
        }

        return table;
    }

    /// <summary>The curves: a row for each recorded value with the run's number and parameters, <c>name</c>, <c>step</c> and
    /// <c>value</c>.</summary>
    /// <param name="folder">The sweep's folder.</param>
    /// <param name="name">Only values of this name; all when null.</param>
    /// <exception cref="InvalidDataException">It is no folder of a sweep, or a file of it cannot be read.</exception>
    public static DataTable Curves(string folder, string? name = null)
    {
        var results = SweepResults.Read(folder);
        var table = new DataTable("curves") { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("run", typeof(int));
        AddParameters(table, results, CurveColumns);
        foreach (var (column, type) in ((string, Type)[])[("name", typeof(string)), ("step", typeof(double)), ("value", typeof(double))])
            table.Columns.Add(column, type);
        foreach (var run in results.Rows)
        {
            object[] head = [run.Run.Index, .. Parameters(table, results, run, CurveColumns)];
            foreach (var v in run.Recorded.Where(v => name is null || v.Name == name)) table.Rows.Add([.. head, v.Name, v.Step, v.Value]);
        }

        return table;
    }

    private static void AddParameters(DataTable table, SweepResults results, params string[] more)
    {
        foreach (var name in results.Parameters) table.Columns.Add(results.Free(name, more), ParameterColumn.TypeOf(results.Texts(name)));
    }

    private static IEnumerable<object> Parameters(DataTable table, SweepResults results, SweepRow row, params string[] more) =>
        results.Parameters.Select(name => row.Run.Parameters.TryGetValue(name, out var text)
            ? ParameterColumn.Value(text, table.Columns[results.Free(name, more)]!.DataType) : DBNull.Value);
}
