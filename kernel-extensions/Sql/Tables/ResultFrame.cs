using System.Globalization;
using System.Numerics;
using DuckDB.NET.Data;
using Microsoft.Data.Analysis;
using Qiansi.SqlCells.Running;

namespace Qiansi.SqlCells.Tables;

/// <summary>Results of queries as data frames.</summary>
/// <remarks>Numbers, truth values, texts and times keep their types. Whole numbers of 128 bits become 64-bit ones where all fit, else
/// texts; dates become midnights; times of day, spans, identifiers, lists, structures and bytes become texts.</remarks>
internal static class ResultFrame
{
    /// <summary>Reads a result to its end.</summary>
    /// <exception cref="SqlCellException">A value has no counterpart in .NET.</exception>
    public static DataFrame Of(DuckDBDataReader reader, CancellationToken cancellation)
    {
        var names = ColumnNames.Distinct(Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        var columns = names.Select((name, i) => Column(reader, i, name)).ToList();
        for (var row = 0L; reader.Read(); row++)
        {
            if ((row & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Count; i++)
            {
                try
                {
                    columns[i].Add(reader.IsDBNull(i));
                }
                catch (Exception e) when (IsOfTypes(e))
                {
                    throw NoValue(reader, i, $", row {row + 1}", e);
                }
            }
        }

        return new(columns.Select(c => c.Make()));
    }

    private static bool IsOfTypes(Exception e) =>
        e is ArgumentException or OverflowException or InvalidCastException or InvalidOperationException;

    private static SqlCellException NoValue(DuckDBDataReader reader, int i, string row, Exception e) =>
        new($"Column {reader.GetName(i)}{row}: this {reader.GetDataTypeName(i)} is no value of .NET ({e.Message}); "
            + $"write {reader.GetName(i)}::varchar to have it as text.");

    private static (Action<bool> Add, Func<DataFrameColumn> Make) Column(DuckDBDataReader reader, int i, string name)
    {
        Type type;
        try
        {
            type = reader.GetFieldType(i);
        }
        catch (Exception e) when (IsOfTypes(e))
        {
            throw NoValue(reader, i, "", e);
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => Of(reader.GetBoolean, v => new BooleanDataFrameColumn(name, v)),
            TypeCode.Byte => Of(reader.GetByte, v => new ByteDataFrameColumn(name, v)),
            TypeCode.SByte => Of(reader.GetFieldValue<sbyte>, v => new SByteDataFrameColumn(name, v)),
            TypeCode.Int16 => Of(reader.GetInt16, v => new Int16DataFrameColumn(name, v)),
            TypeCode.UInt16 => Of(reader.GetFieldValue<ushort>, v => new UInt16DataFrameColumn(name, v)),
            TypeCode.Int32 => Of(reader.GetInt32, v => new Int32DataFrameColumn(name, v)),
            TypeCode.UInt32 => Of(reader.GetFieldValue<uint>, v => new UInt32DataFrameColumn(name, v)),
            TypeCode.Int64 => Of(reader.GetInt64, v => new Int64DataFrameColumn(name, v)),
            TypeCode.UInt64 => Of(reader.GetFieldValue<ulong>, v => new UInt64DataFrameColumn(name, v)),
            TypeCode.Single => Of(reader.GetFloat, v => new SingleDataFrameColumn(name, v)),
            TypeCode.Double => Of(reader.GetDouble, v => new DoubleDataFrameColumn(name, v)),
            TypeCode.Decimal => Of(reader.GetDecimal, v => new DecimalDataFrameColumn(name, v)),
            TypeCode.DateTime => Of(reader.GetDateTime, v => new DateTimeDataFrameColumn(name, v)),
            _ when type == typeof(DateOnly) => Of(i => reader.GetFieldValue<DateOnly>(i).ToDateTime(default),
                v => new DateTimeDataFrameColumn(name, v)),
            _ when type == typeof(BigInteger) => Of(reader.GetFieldValue<BigInteger>, v => Whole(name, v)),
            _ => Texts(),
        };

        (Action<bool>, Func<DataFrameColumn>) Of<T>(Func<int, T> read, Func<List<T?>, DataFrameColumn> make)
            where T : struct
        {
            var values = new List<T?>();
            return (isNull => values.Add(isNull ? null : read(i)), () => make(values));
        }

        (Action<bool>, Func<DataFrameColumn>) Texts()
        {
            var values = new List<string?>();
            return (isNull => values.Add(isNull ? null : ValueText.Of(reader.GetValue(i))), () => new StringDataFrameColumn(name, values));
        }
    }

    private static DataFrameColumn Whole(string name, List<BigInteger?> values) =>
        values.TrueForAll(v => v is null || v >= long.MinValue && v <= long.MaxValue)
            ? new Int64DataFrameColumn(name, values.Select(v => (long?)v))
            : new StringDataFrameColumn(name, values.Select(v => v?.ToString(CultureInfo.InvariantCulture)));
}
