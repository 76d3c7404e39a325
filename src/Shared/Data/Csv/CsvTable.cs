using System.Globalization;
using CsvHelper;

namespace Qiansi.Data.Csv;

/// <summary>A table of text with named columns, read from a file of separated values.</summary>
public sealed class CsvTable
{
    private readonly string _path;
    private readonly List<string[]> _rows;
    private readonly List<int> _lines;

    private CsvTable(string path, string[] columns, List<string[]> rows, List<int> lines) =>
        (_path, Columns, _rows, _lines) = (path, columns, rows, lines);

    /// <summary>The columns' names; without a header line they are <c>column1</c>, <c>column2</c>, ….</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The number of rows, the header not counted.</summary>
    public int Rows => _rows.Count;

    /// <summary>Reads a file.</summary>
    /// <param name="path">UTF-8, with or without a byte order mark; quotes as in RFC 4180.</param>
    /// <param name="hasHeader">Whether the first line holds the columns' names.</param>
    /// <param name="delimiter">What separates values; found out from the first lines when null.</param>
    /// <exception cref="InvalidDataException">
    /// A row has more or fewer values than there are columns, a quote is not closed, or a name comes twice.
    /// </exception>
    public static CsvTable Read(string path, bool hasHeader = true, char? delimiter = null)
    {
        var rows = new List<string[]>();
        var lines = new List<int>();
        string[]? columns = null;
        try
        {
            using var reader = CsvReader.FromFile(path, new CsvReaderOptions
            {
                HasHeader = false,
                Separator = delimiter,
                MalformedData = CsvMalformedDataHandling.Throw,
                TrackLineNumbers = true,
            });
            while (reader.Read())
            {
                string[] record = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
                if (columns is null)
                {
                    columns = hasHeader ? [.. record.Select(c => c.Trim())] : [.. record.Select((_, i) => $"column{i + 1}")];
                    if (columns.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice)
                        throw new InvalidDataException($"{path}: two columns are named '{twice.Key}'");
                    if (hasHeader) continue;
                }

                if (record.Length != columns.Length)
                    throw new InvalidDataException(
                        $"{path}: line {reader.LineNumber} has {record.Length} values, and there are {columns.Length} columns");
                rows.Add(record);
                lines.Add((int)reader.LineNumber);
            }
        }
        catch (CsvFormatException e)
        {
            throw new InvalidDataException($"{path}: line {e.LineNumber}: {e.Message}", e);
        }

        return new CsvTable(path, columns ?? [], rows, lines);
    }

    /// <summary>A column as text.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public string[] Text(string column)
    {
        var index = IndexOf(column);
        return [.. _rows.Select(r => r[index])];
    }

    /// <summary>A column as numbers with a point; empty values and <c>NaN</c> are NaN.</summary>
    /// <exception cref="InvalidDataException">A value is no number; the message names its line.</exception>
    public double[] Numbers(string column)
    {
        var index = IndexOf(column);
        return [.. _rows.Select((_, row) => Number(row, index))];
    }

    /// <summary>Columns side by side as numbers.</summary>
    /// <param name="columns">Which; all when none is named.</param>
    /// <returns>Rows × columns.</returns>
    public double[,] Matrix(params string[] columns)
    {
        int[] indices = columns.Length == 0 ? [.. Enumerable.Range(0, Columns.Count)] : [.. columns.Select(IndexOf)];
        var matrix = new double[Rows, indices.Length];
        for (var row = 0; row < Rows; row++)
            for (var i = 0; i < indices.Length; i++) matrix[row, i] = Number(row, indices[i]);
        return matrix;
    }

    /// <summary>A column of categories as numbers from 0, in the order of the categories' text.</summary>
    public (int[] Labels, string[] Categories) Categories(string column)
    {
        var text = Text(column);
        string[] categories = [.. text.Distinct().Order(StringComparer.Ordinal)];
        var numbers = categories.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i);
        return ([.. text.Select(t => numbers[t])], categories);
    }

    private double Number(int row, int column)
    {
        var text = _rows[row][column].Trim();
        if (text.Length == 0) return double.NaN;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : throw new InvalidDataException($"{_path}: line {_lines[row]}, column '{Columns[column]}': '{text}' is no number");
    }

    private int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i] == column) return i;
        throw new ArgumentException($"{_path} has no column '{column}'; it has {string.Join(", ", Columns)}");
    }
}
