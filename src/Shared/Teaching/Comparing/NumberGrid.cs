using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Qiansi.Teaching.Comparing;

/// <summary>Numbers in rows, whatever they were kept in: a scalar has no dimensions, a list one.</summary>
/// <param name="Shape">Sizes of the dimensions.</param>
/// <param name="Values">The numbers, last dimension fastest.</param>
internal sealed record NumberGrid(long[] Shape, double[] Values)
{
    /// <summary>
    /// A grid of anything that is numbers throughout: scalars, arrays of any rank, lists of lists of equal length, tensors; null for
    /// everything else.
    /// </summary>
    public static NumberGrid? Of(object? value) => value switch
    {
        null or string => null,
        _ when Scalar(value) is { } number => new([], [number]),
        Array { Rank: > 1 } array => OfArray(array),
        IEnumerable items when value is not IDictionary && value.GetType().Namespace != "Qiansi" => OfItems(items),
        _ => OfTensor(value),
    };

    /// <summary>The shape as PyTorch writes it; a scalar is named.</summary>
    public string ShapeText => Shape.Length == 0 ? "a single number" : $"shape [{string.Join(", ", Shape)}]";

    /// <summary>The place of an element: <c>element [1, 2]</c>.</summary>
    public string Place(long index)
    {
        var place = new long[Shape.Length];
        for (var d = Shape.Length - 1; d >= 0; d--) (index, place[d]) = Math.DivRem(index, Shape[d]);
        return place.Length == 0 ? "the number" : $"element [{string.Join(", ", place)}]";
    }

    private static double? Scalar(object value) => value switch
    {
        bool truth => truth ? 1 : 0,
        Half half => (double)half,
        IConvertible convertible and (byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal) =>
            convertible.ToDouble(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static NumberGrid? OfArray(Array array)
    {
        var values = new double[array.Length];
        var i = 0;
        foreach (var item in array)
        {
            if (item is null || Scalar(item) is not { } number) return null;
            values[i++] = number;
        }

        return new([.. Enumerable.Range(0, array.Rank).Select(array.GetLongLength)], values);
    }

    private static NumberGrid? OfItems(IEnumerable items)
    {
        List<NumberGrid> rows = [];
        foreach (var item in items)
        {
            if (Of(item) is not { } row || (rows.Count > 0 && !rows[0].Shape.AsSpan().SequenceEqual(row.Shape))) return null;
            rows.Add(row);
        }

        return new([rows.Count, .. rows.Count > 0 ? rows[0].Shape : []], [.. rows.SelectMany(r => r.Values)]);
    }

    /// <summary>Apart, so that the tensor library is loaded only when a value of its is compared.</summary>
    private static NumberGrid? OfTensor(object value) =>
        value.GetType().Assembly.GetName().Name is "Qiansi.Torch" or "TorchSharp" ? OfTensorItself(value) : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NumberGrid? OfTensorItself(object value) => value switch
    {
        torch.Tensor tensor => new(tensor.shape, tensor.ToArray<double>()),
        Scalar scalar => new([], [scalar.ToDouble()]),
        _ => null,
    };
}
