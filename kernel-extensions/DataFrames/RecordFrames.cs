using System.Globalization;
using System.Reflection;
using Microsoft.Data.Analysis;

namespace Qiansi.DataFrames;

/// <summary>Copies between lists of objects and data frames.</summary>
public static class RecordFrames
{
    /// <summary>A column for each public property or field, a row for each object.</summary>
    /// <param name="records">Records, tuples, objects of any class. Numbers, truth values and times keep their types, and may be null;
    /// what else there is becomes text.</param>
    public static DataFrame ToDataFrame<T>(this IEnumerable<T> records)
    {
        var rows = records.ToList();
        return new(Members(typeof(T)).Select(m => Column(m.Name, m.Type, rows.Select(r => r is null ? null : m.Read(r)))));
    }

    /// <summary>An object for each row: by the constructor whose parameters are columns, then by properties that can be set.</summary>
    /// <typeparam name="T">Its parameters and properties are named as the columns are, in any case.</typeparam>
    /// <exception cref="ArgumentException">A parameter has no column, or a value does not fit.</exception>
    public static IReadOnlyList<T> ToRecords<T>(this DataFrame frame)
    {
        var columns = frame.Columns.ToDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);
        var constructor = typeof(T).GetConstructors().MaxBy(c => c.GetParameters().Count(p => columns.ContainsKey(p.Name!)));
        var parameters = constructor?.GetParameters() ?? [];
        if (parameters.FirstOrDefault(p => !columns.ContainsKey(p.Name!) && !p.HasDefaultValue) is { } missing)
            throw new ArgumentException($"ToRecords: {typeof(T).Name} needs {missing.Name}, and the data frame has only "
                + string.Join(", ", frame.Columns.Select(c => c.Name)));
        var settable = typeof(T).GetProperties().Where(p => p.SetMethod is { IsPublic: true } && columns.ContainsKey(p.Name)
            && !parameters.Any(a => p.Name.Equals(a.Name, StringComparison.OrdinalIgnoreCase))).ToList();
        return [.. Enumerable.Range(0, (int)frame.Rows.Count).Select(Record)];

        T Record(int row)
        {
            var given = parameters.Select(p => columns.TryGetValue(p.Name!, out var c) ? Fit(c, row, p.ParameterType) : p.DefaultValue);
            var record = constructor is null ? Activator.CreateInstance(typeof(T))! : constructor.Invoke([.. given]);
            foreach (var property in settable) property.SetValue(record, Fit(columns[property.Name], row, property.PropertyType));
            return (T)record;
        }
    }

    private static IEnumerable<(string Name, Type Type, Func<object, object?> Read)> Members(Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            if (property.GetIndexParameters().Length == 0) yield return (property.Name, property.PropertyType, property.GetValue);
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
            yield return (field.Name, field.FieldType, field.GetValue);
    }

    private static DataFrameColumn Column(string name, Type type, IEnumerable<object?> values)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => Texts(),
            TypeCode.Boolean => new BooleanDataFrameColumn(name, values.Cast<bool?>()),
            TypeCode.Byte => new ByteDataFrameColumn(name, values.Cast<byte?>()),
            TypeCode.Int16 => new Int16DataFrameColumn(name, values.Cast<short?>()),
            TypeCode.Int32 => new Int32DataFrameColumn(name, values.Cast<int?>()),
            TypeCode.Int64 => new Int64DataFrameColumn(name, values.Cast<long?>()),
            TypeCode.Single => new SingleDataFrameColumn(name, values.Cast<float?>()),
            TypeCode.Double => new DoubleDataFrameColumn(name, values.Cast<double?>()),
            TypeCode.Decimal => new DecimalDataFrameColumn(name, values.Cast<decimal?>()),
            TypeCode.DateTime => new DateTimeDataFrameColumn(name, values.Cast<DateTime?>()),
            _ => Texts(),
        };

        DataFrameColumn Texts() =>
            new StringDataFrameColumn(name, values.Select(v => v is null ? null : Convert.ToString(v, CultureInfo.InvariantCulture)));
    }

    private static object? Fit(DataFrameColumn column, long row, Type type)
    {
        var value = column[row];
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null)
            return !type.IsValueType || plain != type ? null : throw new ArgumentException(
                $"ToRecords: {column.Name} of row {row} is missing, and {type.Name} has no null; declare it as {type.Name}?");
        try
        {
            return plain.IsInstanceOfType(value) ? value : plain.IsEnum && value is string word ? Enum.Parse(plain, word)
                : Convert.ChangeType(value, plain, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException or ArgumentException)
        {
            throw new ArgumentException($"ToRecords: {column.Name} of row {row} is {value}, which is no {plain.Name}", e);
        }
    }
}
