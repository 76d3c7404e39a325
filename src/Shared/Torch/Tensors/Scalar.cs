using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi;

/// <summary>A number given to a tensor operation, of whichever C# type: made by implicit conversion.</summary>
public readonly struct Scalar
{
    private readonly double real;
    private readonly long integer;

    private Scalar(double value)
    {
        Kind = ScalarKind.Float;
        real = value;
        integer = 0;
    }

    private Scalar(long value, ScalarKind kind)
    {
        Kind = kind;
        integer = value;
        real = value;
    }

    /// <summary>What kind of number this is.</summary>
    public ScalarKind Kind { get; }

    /// <summary>The element type a tensor made from this number has.</summary>
    public ScalarType Type => Kind switch
    {
        ScalarKind.Float => get_default_dtype(),
        ScalarKind.Bool => ScalarType.Bool,
        _ => ScalarType.Int64,
    };

    /// <summary>A real number.</summary>
    public static implicit operator Scalar(double value) => new(value);

    /// <summary>A real number.</summary>
    public static implicit operator Scalar(float value) => new((double)value);

    /// <summary>A real number.</summary>
    public static implicit operator Scalar(Half value) => new((double)value);

    /// <summary>An integer.</summary>
    public static implicit operator Scalar(long value) => new(value, ScalarKind.Int);

    /// <summary>An integer.</summary>
    public static implicit operator Scalar(int value) => new(value, ScalarKind.Int);

    /// <summary>An integer.</summary>
    public static implicit operator Scalar(byte value) => new(value, ScalarKind.Int);

    /// <summary>A truth value.</summary>
    public static implicit operator Scalar(bool value) => new(value ? 1 : 0, ScalarKind.Bool);

    /// <summary>The number as a double.</summary>
    public double ToDouble() => real;

    /// <summary>The number as a float.</summary>
    public float ToSingle() => (float)real;

    /// <summary>The number as a 64-bit integer; a real one is cut towards zero.</summary>
    public long ToInt64() => Kind == ScalarKind.Float ? (long)real : integer;

    /// <summary>The number as a 32-bit integer.</summary>
    public int ToInt32() => (int)ToInt64();

    /// <summary>Whether the number is not zero.</summary>
    public bool ToBoolean() => real != 0;

    /// <summary>The number as an element of a tensor of type <typeparamref name="T"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T To<T>() where T : INumberBase<T> => Kind == ScalarKind.Float ? T.CreateTruncating(real) : T.CreateTruncating(integer);

    /// <summary>Refuses a number that elements of an integral type do not hold; as in PyTorch negative ones wrap around to bytes.</summary>
    internal void RequireFits(ScalarType type)
    {
        if (type.IsFloating() || type == ScalarType.Bool) return;
        var (most, least) = ((double)max_int_value(type), (double)min_int_value(type));
        if (type == ScalarType.Byte && Kind != ScalarKind.Float) least = -most;
        if (Kind != ScalarKind.Float && type == ScalarType.Int64) return;
        if (!(real >= least && real <= most) || (type == ScalarType.Int64 && real == most))
            throw new ArgumentException(
                $"{this} does not fit {type.TorchName()}, which holds {min_int_value(type)} to {max_int_value(type)}");
    }

    /// <summary>The number in digits, as C# prints it.</summary>
    public override string ToString() => Kind switch
    {
        ScalarKind.Float => real.ToString(CultureInfo.InvariantCulture),
        ScalarKind.Bool => integer != 0 ? "True" : "False",
        _ => integer.ToString(CultureInfo.InvariantCulture),
    };
}
