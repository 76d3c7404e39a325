using System.Numerics;
using System.Numerics.Tensors;

namespace Qiansi.Torch.Loops;

/// <summary>Many numbers to one.</summary>
internal interface IReduction
{
    /// <summary>What no numbers at all give.</summary>
    static abstract T Empty<T>() where T : unmanaged, INumber<T>;

    /// <summary>The reduction of a row that is not empty.</summary>
    static abstract T Row<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T>;

    /// <summary>acc = acc ∘ x for each column.</summary>
    static abstract void Rows<T>(ReadOnlySpan<T> x, Span<T> acc) where T : unmanaged, INumber<T>;
}

internal struct Sum : IReduction
{
    private const int Block = 2048;

    public static T Empty<T>() where T : unmanaged, INumber<T> => T.Zero;

    // Blocks are added up in double: the error of a long float32 sum stays that of one block.
    public static T Row<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T>
    {
        if (x.Length <= Block || typeof(T) != typeof(float)) return TensorPrimitives.Sum(x);
        double total = 0;
        for (var i = 0; i < x.Length; i += Block) total += double.CreateTruncating(TensorPrimitives.Sum(x.Slice(i, Math.Min(Block, x.Length - i))));
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

internal struct Largest : IReduction
{
    public static T Empty<T>() where T : unmanaged, INumber<T> => throw new InvalidOperationException("max: there is no largest of no elements");

    public static T Row<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => TensorPrimitives.Max(x);

    public static void Rows<T>(ReadOnlySpan<T> x, Span<T> acc) where T : unmanaged, INumber<T> => TensorPrimitives.Max(x, acc, acc);
}

internal struct Smallest : IReduction
{
    public static T Empty<T>() where T : unmanaged, INumber<T> => throw new InvalidOperationException("min: there is no smallest of no elements");

    public static T Row<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => TensorPrimitives.Min(x);

    public static void Rows<T>(ReadOnlySpan<T> x, Span<T> acc) where T : unmanaged, INumber<T> => TensorPrimitives.Min(x, acc, acc);
}
