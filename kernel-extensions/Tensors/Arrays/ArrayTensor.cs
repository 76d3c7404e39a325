namespace Qiansi.Tensors.Arrays;

/// <summary>Arrays of numbers as tensors.</summary>
internal static class ArrayTensor
{
    /// <summary>
    /// A tensor with an array's numbers: bytes, truth values and 64-bit integers as such, other integers as those, the rest as float64.
    /// </summary>
    /// <exception cref="ArgumentException">The elements are no numbers, or there are none.</exception>
    public static Tensor Of(Array array, string caller)
    {
        if (array.Length == 0)
            throw new ArgumentException($"{caller}: the array {array.GetType().Name} of {string.Join(" × ", Shape(array))} is empty");
        var shape = Shape(array);
        return array.GetType().GetElementType() switch
        {
            var t when t == typeof(byte) => tensor(Flat<byte>(array), shape),
            var t when t == typeof(bool) => tensor(Flat<bool>(array), shape),
            var t when t == typeof(float) => tensor(Flat<float>(array), shape),
            var t when t == typeof(double) => tensor(Flat<double>(array), shape),
            var t when t == typeof(int) || t == typeof(long) || t == typeof(short) || t == typeof(sbyte) || t == typeof(ushort)
                || t == typeof(uint) => tensor(Converted(array, Convert.ToInt64), shape),
            var t when t == typeof(Half) => tensor(Converted(array, x => (double)(Half)x), shape),
            var t when t == typeof(decimal) => tensor(Converted(array, Convert.ToDouble), shape),
            var t => throw new ArgumentException($"{caller}: elements of type {t?.Name} are no numbers that can be drawn"),
        };
    }

    /// <summary>Rows of one length as a tensor of two dimensions.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static Tensor OfRows<T>(T[][] rows, string caller)
        where T : unmanaged
    {
        var length = rows.Length == 0 ? 0 : rows[0].Length;
        if (Array.FindIndex(rows, r => r.Length != length) is >= 0 and var odd)
            throw new ArgumentException(
                $"{caller}: row 0 has {length} elements, row {odd} has {rows[odd].Length}; rows must be of one length");
        var whole = new T[rows.Length, length];
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < length; c++) whole[r, c] = rows[r][c];
        }

        return Of(whole, caller);
    }

    private static long[] Shape(Array array) => [.. Enumerable.Range(0, array.Rank).Select(array.GetLongLength)];

    private static T[] Flat<T>(Array array)
        where T : unmanaged
    {
        var flat = new T[array.LongLength];
        Buffer.BlockCopy(array, 0, flat, 0, Buffer.ByteLength(array));
        return flat;
    }

    private static T[] Converted<T>(Array array, Func<object, T> convert)
    {
        var flat = new T[array.LongLength];
        var at = 0;
        foreach (var element in array) flat[at++] = convert(element!);
        return flat;
    }
}
