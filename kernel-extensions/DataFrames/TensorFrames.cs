using System.Globalization;
using Microsoft.Data.Analysis;
using static Qiansi.torch;

namespace Qiansi.DataFrames;

/// <summary>Copies between tensors and data frames.</summary>
public static class TensorFrames
{
    /// <summary>A tensor as a data frame: of shape (n) one column, of shape (n, m) a column for each of m.</summary>
    /// <param name="tensor">Of one or two dimensions; half precision becomes float32.</param>
    /// <param name="names">The columns' names; <c>value</c>, or <c>c0, c1, …</c>, when none is given.</param>
    /// <exception cref="ArgumentException">The tensor has other dimensions, or there are not as many names as columns.</exception>
    public static DataFrame ToDataFrame(this Tensor tensor, params IReadOnlyList<string> names)
    {
        if (tensor.shape.Length is not (1 or 2))
            throw new ArgumentException($"ToDataFrame: a data frame has rows and columns, and the tensor's shape is "
                + $"({string.Join(", ", tensor.shape)}); reshape or slice it first");
        var count = tensor.shape.Length == 1 ? 1 : tensor.shape[1];
        if (names.Count == 0)
            names = tensor.shape.Length == 1 ? ["value"] : [.. Enumerable.Range(0, (int)count).Select(i => $"c{i}")];
        if (names.Count != count) throw new ArgumentException($"ToDataFrame: {names.Count} names for {count} columns");
        var columns = tensor.detach().reshape(tensor.shape[0], count).t().contiguous();
        return new(names.Select((name, i) => Column(name, columns[i])));
    }

    /// <summary>Columns of numbers as a tensor of shape (rows, columns).</summary>
    /// <param name="frame">The data frame.</param>
    /// <param name="columns">The columns, in the tensor's order; all when none is named.</param>
    /// <returns>Of the columns' own type where they have one in common and no value is missing; else float64, with NaN for what is
    /// missing.</returns>
    /// <exception cref="ArgumentException">A column is not there or holds no numbers.</exception>
    public static Tensor ToTensor(this DataFrame frame, params IReadOnlyList<string> columns)
    {
        var taken = columns.Count == 0 ? [.. frame.Columns] : columns.Select(n => frame.Columns.FirstOrDefault(c => c.Name == n)
            ?? throw new ArgumentException($"ToTensor: the data frame has no column '{n}'; it has "
                + string.Join(", ", frame.Columns.Select(c => c.Name)))).ToList();
        foreach (var column in taken)
        {
            if (!column.IsNumericColumn() && column.DataType != typeof(bool))
                throw new ArgumentException($"ToTensor: column '{column.Name}' holds {column.DataType.Name} and no numbers; name the "
                    + "columns to take: frame.ToTensor(\"a\", \"b\")");
        }

        var type = taken.Count > 0 && taken.TrueForAll(c => c.NullCount == 0 && c.DataType == taken[0].DataType) ? taken[0].DataType : null;
        return type == typeof(bool) ? Of(v => (bool)v!, (a, shape) => tensor(a, shape))
            : type == typeof(byte) ? Of(v => (byte)v!, (a, shape) => tensor(a, shape))
            : type == typeof(int) ? Of(v => (int)v!, (a, shape) => tensor(a, shape))
            : type == typeof(long) ? Of(v => (long)v!, (a, shape) => tensor(a, shape))
            : type == typeof(float) ? Of(v => (float)v!, (a, shape) => tensor(a, shape))
            : Of(v => v is null ? double.NaN : Convert.ToDouble(v, CultureInfo.InvariantCulture), (a, shape) => tensor(a, shape));

        Tensor Of<T>(Func<object?, T> read, Func<T[], long[], Tensor> make)
        {
            var values = new T[frame.Rows.Count * taken.Count];
            for (var c = 0; c < taken.Count; c++)
            {
                var at = c;
                foreach (var value in ((System.Collections.IEnumerable)taken[c]).Cast<object?>())
                {
                    values[at] = read(value);
                    at += taken.Count;
                }
            }

            return make(values, [frame.Rows.Count, taken.Count]);
        }
    }

    private static DataFrameColumn Column(string name, Tensor values) => values.dtype switch
    {
        ScalarType.Bool => new BooleanDataFrameColumn(name, values.ToArray<bool>()),
        ScalarType.Byte => new ByteDataFrameColumn(name, values.ToArray<byte>()),
        ScalarType.Int32 => new Int32DataFrameColumn(name, values.ToArray<int>()),
        ScalarType.Int64 => new Int64DataFrameColumn(name, values.ToArray<long>()),
        ScalarType.Float64 => new DoubleDataFrameColumn(name, values.ToArray<double>()),
        _ => new SingleDataFrameColumn(name, values.to_type(ScalarType.Float32).ToArray<float>()),
    };
}
