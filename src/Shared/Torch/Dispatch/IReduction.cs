using System.Numerics;
using System.Numerics.Tensors;
using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Dispatch;

/// <summary>Many numbers to one.</summary>
internal unsafe interface IReduction
{
    /// <summary>
    /// Reduces the middle dimension of a contiguous (outer, n, inner) array by a vector kernel; false when T has none. n ≥ 1.
    /// </summary>
    static virtual bool Vectorised<T>(T* x, T* y, long outer, long n, long inner) where T : unmanaged => false;

    /// <summary>What no numbers at all give.</summary>
    static abstract T Empty<T>() where T : unmanaged, INumber<T>;

    /// <summary>The reduction of a row that is not empty.</summary>
    static abstract T Row<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T>;

    /// <summary>acc = acc ∘ x for each column.</summary>
    static abstract void Rows<T>(ReadOnlySpan<T> x, Span<T> acc) where T : unmanaged, INumber<T>;
}

internal unsafe struct Sum : IReduction
{
    private const int Block = 2048;

    public static bool Vectorised<T>(T* x, T* y, long outer, long n, long inner) where T : unmanaged
    {
        if (typeof(T) == typeof(float)) ReduceDimension.Sum((float*)x, (float*)y, outer, n, inner);
        else if (typeof(T) == typeof(double)) ReduceDimension.Sum((double*)x, (double*)y, outer, n, inner);
        else return false;
        return true;
    }

    public static T Empty<T>() where T : unmanaged, INumber<T> => T.Zero;

    // Blocks are added up in double: the error of a long float32 sum stays that of one block.
    public static T Row<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T>
    {
        if (x.Length <= Block || typeof(T) != typeof(float)) return TensorPrimitives.Sum(x);
        double total = 0;
        for (var i = 0; i < x.Length; i += Block)
            total += double.CreateTruncating(TensorPrimitives.Sum(x.Slice(i, Math.Min(Block, x.Length - i))));
        return T.CreateTruncating(total);
    }

    public static void Rows<T>(ReadOnlySpan<T> x, Span<T> acc) where T : unmanaged, INumber<T> => TensorPrimitives.Add(x, acc, acc);
}

internal struct Product : IReduction
{
    public static T Empty<T>() where T : unmanaged, INumber<T> => T.One;

    public static T Row<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => TensorPrimitives.Product(x);

    public static void Rows<T>(ReadOnlySpan<T> x, Span<T> acc) where T : unmanaged, INumber<T> => TensorPrimitives.Multiply(x, acc, acc);
}

internal unsafe struct Largest : IReduction
{
    public static bool Vectorised<T>(T* x, T* y, long outer, long n, long inner) where T : unmanaged
    {
        if (typeof(T) == typeof(float)) ReduceDimension.Extreme((float*)x, (float*)y, null, outer, n, inner, true);
        else if (typeof(T) == typeof(double)) ReduceDimension.Extreme((double*)x, (double*)y, null, outer, n, inner, true);
        else return false;
        return true;
    }

    public static T Empty<T>() where T : unmanaged, INumber<T> =>
        throw new InvalidOperationException("max: there is no largest of no elements");

    public static T Row<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => TensorPrimitives.Max(x);

    public static void Rows<T>(ReadOnlySpan<T> x, Span<T> acc) where T : unmanaged, INumber<T> => TensorPrimitives.Max(x, acc, acc);
}

internal unsafe struct Smallest : IReduction
{
    public static bool Vectorised<T>(T* x, T* y, long outer, long n, long inner) where T : unmanaged
    {
        if (typeof(T) == typeof(float)) ReduceDimension.Extreme((float*)x, (float*)y, null, outer, n, inner, false);
        else if (typeof(T) == typeof(double)) ReduceDimension.Extreme((double*)x, (double*)y, null, outer, n, inner, false);
        else return false;
        return true;
    }

    public static T Empty<T>() where T : unmanaged, INumber<T> =>
        throw new InvalidOperationException("min: there is no smallest of no elements");

    public static T Row<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => TensorPrimitives.Min(x);

    public static void Rows<T>(ReadOnlySpan<T> x, Span<T> acc) where T : unmanaged, INumber<T> => TensorPrimitives.Min(x, acc, acc);
}
