namespace Qiansi.Torch.Shapes;

/// <summary>Arithmetic on sizes and strides.</summary>
internal static class Shape
{
    public static readonly long[] Scalar = [];

    public static string Text(ReadOnlySpan<long> sizes) => "[" + string.Join(", ", sizes.ToArray()) + "]";

    public static long Count(ReadOnlySpan<long> sizes)
    {
        long count = 1;
        foreach (var size in sizes) count = checked(count * size);
        return count;
    }

    public static long[] RowMajor(ReadOnlySpan<long> sizes)
    {
        if (sizes.Length == 0) return Scalar;
        var strides = new long[sizes.Length];
        long stride = 1;
        for (var i = sizes.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= Math.Max(1, sizes[i]);
        }
        return strides;
    }

    public static bool IsRowMajor(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        long stride = 1;
        for (var i = sizes.Length - 1; i >= 0; i--)
        {
            if (sizes[i] == 1) continue;
            if (sizes[i] == 0) return true;
            if (strides[i] != stride) return false;
            stride *= sizes[i];
        }
        return true;
    }

    public static bool Same(ReadOnlySpan<long> a, ReadOnlySpan<long> b) => a.SequenceEqual(b);

    /// <summary>A dimension counted from the front or, negative, from the back.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
    public static int Dim(long dim, int ndim, string operation)
    {
        var n = Math.Max(1, ndim);
        if (dim < -n || dim >= n)
            throw new ArgumentOutOfRangeException(nameof(dim),
                $"{operation}: dimension {dim} is out of range; a tensor with {ndim} dimensions has {-n} to {n - 1}");
        return (int)(dim < 0 ? dim + n : dim);
    }

    /// <summary>Dimensions as a mask; none given means all.</summary>
    public static bool[] DimMask(ReadOnlySpan<long> dims, int ndim, string operation)
    {
        var mask = new bool[Math.Max(1, ndim)];
        if (dims.Length == 0) Array.Fill(mask, true);
        foreach (var dim in dims)
        {
            var d = Dim(dim, ndim, operation);
            if (mask[d]) throw new ArgumentException($"{operation}: dimension {d} appears more than once in {Text(dims)}");
            mask[d] = true;
        }
        return mask;
    }

    /// <summary>The shape both broadcast to.</summary>
    /// <exception cref="ArgumentException">They do not: sizes at a dimension differ and none is 1.</exception>
    public static long[] Broadcast(long[] a, long[] b, string operation)
    {
        if (ReferenceEquals(a, b) || Same(a, b)) return a;
        var (longer, shorter) = a.Length >= b.Length ? (a, b) : (b, a);
        var shift = longer.Length - shorter.Length;
        var sizes = (long[])longer.Clone();
        for (var i = 0; i < shorter.Length; i++)
        {
            var (x, y) = (longer[i + shift], shorter[i]);
            if (x == y || y == 1) continue;
            if (x != 1)
            {
                throw new ArgumentException(
                    $"{operation}: shapes {Text(a)} and {Text(b)} do not broadcast: at dimension {i + shift} (counted from the left of "
                        + $"the longer) one has {(a.Length >= b.Length ? x : y)} and the other {(a.Length >= b.Length ? y : x)}; sizes "
                        + "must be equal, or one of them 1 (see unsqueeze, view, expand)");
            }
            sizes[i + shift] = y;
        }
        return sizes;
    }

    /// <summary>Whether <paramref name="from"/> broadcasts to exactly <paramref name="to"/>.</summary>
    public static bool Expands(ReadOnlySpan<long> from, ReadOnlySpan<long> to)
    {
        if (from.Length > to.Length) return false;
        var shift = to.Length - from.Length;
        for (var i = 0; i < from.Length; i++)
        {
            if (from[i] != to[i + shift] && from[i] != 1) return false;
        }
        return true;
    }

    /// <summary>The shape with its one −1 replaced by what the number of elements leaves.</summary>
    public static long[] Infer(ReadOnlySpan<long> shape, long count, string operation, long[] from)
    {
        var sizes = shape.ToArray();
        var unknown = -1;
        long known = 1;
        for (var i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] == -1)
            {
                if (unknown >= 0)
                    throw new ArgumentException($"{operation}: shape {Text(shape)} has more than one -1; only one size can be inferred");
                unknown = i;
            }
            else if (sizes[i] < 0)
            {
                throw new ArgumentException($"{operation}: shape {Text(shape)} has the negative size {sizes[i]}; only one -1 is allowed");
            }
            else
            {
                known *= sizes[i];
            }
        }
        if (unknown >= 0 && known > 0 && count % known == 0) sizes[unknown] = count / known;
        else if (unknown >= 0 && known == 0)
            throw new ArgumentException($"{operation}: the -1 in shape {Text(shape)} cannot be inferred beside a size of 0; write it out");
        if (unknown >= 0 ? sizes[unknown] < 0 : known != count)
            throw new ArgumentException(
                $"{operation}: shape {Text(shape)} is invalid for a tensor of shape {Text(from)}, which has {count} "
                    + $"elements{(unknown < 0 ? $", not {known}" : "")}");
        return sizes;
    }

    /// <summary>Strides that show the same elements in another shape, or null when only a copy can.</summary>
    public static long[]? ViewStrides(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, ReadOnlySpan<long> shape)
    {
        if (Count(sizes) == 0) return RowMajor(shape);
        var result = new long[shape.Length];
        var to = shape.Length - 1;
        long run = 1;
        long stride = 1;
        var inner = -1;
        // Walk from the back, skipping sizes of 1: a run of dimensions that lie one in the other can be cut anew in any way.
        for (var from = sizes.Length - 1; from >= -1; from--)
        {
            if (from >= 0 && sizes[from] == 1) continue;
            if (from >= 0 && (inner < 0 || strides[from] == stride * run))
            {
                if (inner < 0) stride = strides[from];
                inner = from;
                run *= sizes[from];
                continue;
            }
            long made = 1;
            while (to >= 0 && (made < run || shape[to] == 1))
            {
                result[to] = stride * made;
                made *= shape[to--];
            }
            if (made != run) return null;
            if (from < 0) break;
            inner = from;
            stride = strides[from];
            run = sizes[from];
        }
        return result;
    }
}
