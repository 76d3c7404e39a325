using System.Collections;
using System.Data;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using Microsoft.Data.Analysis;
using Qiansi.Contracts;

namespace Qiansi.SqlCells.Tables;

/// <summary>A value of the session as rows and columns.</summary>
/// <param name="Columns">Their names, and the .NET types of their values, which a database column can have.</param>
/// <param name="Rows">The rows, read anew by each query; what <paramref name="Cell"/> takes.</param>
/// <param name="Cell">The value of a row in a column; null for none.</param>
internal sealed record SessionTable(IReadOnlyList<(string Name, Type Type)> Columns, IEnumerable Rows, Func<object?, int, object?> Cell)
{
    private static readonly HashSet<Type> Stored =
    [
        typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(float), typeof(double), typeof(decimal), typeof(BigInteger), typeof(string), typeof(DateTime), typeof(DateOnly),
        typeof(TimeOnly), typeof(TimeSpan), typeof(DateTimeOffset), typeof(Guid),
    ];

    /// <summary>The table that a value is, or null when it is none.</summary>
    /// <remarks>Collections of objects have a column for each public property and field, collections of numbers or texts one named
    /// <c>value</c>; a data frame and a data table their own; a tensor of shape (n) <c>row, value</c>, one of shape (n, m)
    /// <c>row, c0, …, c(m−1)</c>. A type that a database has not is written as text.</remarks>
    public static SessionTable? Of(object? value) => Counterparts.Of(value) switch
    {
        null or string => null,
        DataTable table => new([.. table.Columns.Cast<DataColumn>().Select(c => (c.ColumnName, TypeOf(c.DataType)))], table.Rows,
            (row, column) => ((DataRow)row!)[column] is var cell and not DBNull ? cell : null),
        torch.Tensor tensor => OfTensor(tensor),
        DataFrame frame => OfFrame(frame),
        IEnumerable items => OfItems(items),
        _ => null,
    };

    /// <summary>As <see cref="Of"/>; null too when looking at the value throws, as a sequence of the session's own code may.</summary>
    public static SessionTable? TryOf(object? value)
    {
        try
        {
            return Of(value);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            return null;
        }
    }

    /// <summary>The value of a row in a column, of that column's type.</summary>
    public object? this[object? row, int column] => Cell(row, column) switch
    {
        null => null,
        var cell when cell.GetType() == Columns[column].Type => cell,
        IFormattable cell => cell.ToString(null, CultureInfo.InvariantCulture),
        var cell => cell.ToString(),
    };

    private static SessionTable OfFrame(DataFrame frame) =>
        new([.. frame.Columns.Select(c => (c.Name, TypeOf(c.DataType)))], Indices(frame.Rows.Count),
            (row, column) => frame.Columns[column][(long)row!]);

    private static SessionTable? OfTensor(torch.Tensor tensor)
    {
        if (tensor.dim() is not (1 or 2)) return null;
        var wide = tensor.dim() == 1 ? tensor.unsqueeze(1) : tensor;
        var isWhole = !tensor.is_floating_point();
        var names = tensor.dim() == 1 ? ["value"] : Enumerable.Range(0, (int)wide.shape[1]).Select(c => $"c{c}");
        var type = isWhole ? typeof(long) : typeof(double);
        // Copied in one piece when a query begins to read, as it is then.
        var cells = new Lazy<(long[]? Whole, double[]? Real)>(() => isWhole
            ? (wide.to(torch.int64).reshape(-1).ToArray<long>(), null) : (null, wide.to(torch.float64).reshape(-1).ToArray<double>()));
        var width = wide.shape[1];
        return new([("row", typeof(long)), .. names.Select(n => (n, type))], Indices(wide.shape[0]), (row, column) =>
        {
            var at = (long)row! * width + column - 1;
            return column == 0 ? row : isWhole ? cells.Value.Whole![at] : (object)cells.Value.Real![at];
        });
    }

    private static SessionTable? OfItems(IEnumerable items)
    {
        var item = items.GetType().GetInterfaces().Append(items.GetType())
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        if (item is null || item == typeof(object))
        {
            var found = items.Cast<object?>().Where(i => i is not null).Select(i => i!.GetType());
            // Of a sequence that is made as it is read, which may be long or have no end, the first item speaks for all.
            List<Type> kinds = [.. items is ICollection ? found.Distinct().Take(2) : found.Take(1)];
            if (kinds.Count == 2 && kinds.TrueForAll(Stored.Contains)) return new([("value", typeof(string))], items, (row, _) => row);
            item = kinds.FirstOrDefault();
        }

        if (item is null) return null;
        if (item.IsAssignableTo(typeof(IDictionary))) return OfDictionaries(items);
        if (item != typeof(string) && item.IsAssignableTo(typeof(IEnumerable))) return null;
        if (Stored.Contains(Plain(item)) || Plain(item).IsEnum || item == typeof(char))
            return new([("value", TypeOf(item))], items, (row, _) => row);
        var members = item.GetMembers(BindingFlags.Public | BindingFlags.Instance)
            .Where(m => m is FieldInfo || m is PropertyInfo { CanRead: true } p && p.GetIndexParameters().Length == 0).ToList();
        if (members.Count == 0) return null;
        var types = members.Select(m => TypeOf(m is FieldInfo f ? f.FieldType : ((PropertyInfo)m).PropertyType));
        return new([.. ColumnNames.Distinct(members.Select(m => m.Name)).Zip(types)], items,
            (row, column) => row is null ? null : members[column] is FieldInfo field ? field.GetValue(row)
                : ((PropertyInfo)members[column]).GetValue(row, BindingFlags.DoNotWrapExceptions, null, null, null));
    }

    /// <summary>A column for each key of the first dictionary, of that value's type.</summary>
    private static SessionTable? OfDictionaries(IEnumerable items)
    {
        if (items.OfType<IDictionary>().FirstOrDefault() is not { Count: > 0 } first) return null;
        var keys = first.Keys.Cast<object>().ToList();
        return new([.. ColumnNames.Distinct(keys.Select(k => $"{k}")).Zip(keys.Select(k => TypeOf(first[k]?.GetType() ?? typeof(string))))],
            items, (row, column) => row is IDictionary map && map.Contains(keys[column]) ? map[keys[column]] : null);
    }

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static Type TypeOf(Type type) => Stored.Contains(Plain(type)) ? Plain(type) : typeof(string);

    private static IEnumerable<long> Indices(long count)
    {
        for (var i = 0L; i < count; i++) yield return i;
    }
}
