namespace Qiansi;

public static partial class torch
{
    /// <summary>Truth values.</summary>
    public const ScalarType @bool = ScalarType.Bool;

    /// <summary>Unsigned 8-bit integers.</summary>
    public const ScalarType uint8 = ScalarType.Byte;

    /// <summary>Signed 8-bit integers.</summary>
    public const ScalarType int8 = ScalarType.Int8;

    /// <summary>Signed 16-bit integers.</summary>
    public const ScalarType int16 = ScalarType.Int16;

    /// <summary>Signed 32-bit integers.</summary>
    public const ScalarType int32 = ScalarType.Int32;

    /// <summary>Signed 64-bit integers.</summary>
    public const ScalarType int64 = ScalarType.Int64;

    /// <summary>Half precision.</summary>
    public const ScalarType float16 = ScalarType.Float16;

    /// <summary>Brain float: 8 bits of exponent, 7 of fraction.</summary>
    public const ScalarType bfloat16 = ScalarType.BFloat16;

    /// <summary>Single precision.</summary>
    public const ScalarType float32 = ScalarType.Float32;

    /// <summary>Double precision.</summary>
    public const ScalarType float64 = ScalarType.Float64;

    /// <summary>Signed 16-bit integers.</summary>
    public const ScalarType @short = ScalarType.Int16;

    /// <summary>Signed 32-bit integers.</summary>
    public const ScalarType @int = ScalarType.Int32;

    /// <summary>Signed 64-bit integers.</summary>
    public const ScalarType @long = ScalarType.Int64;

    /// <summary>Half precision.</summary>
    public const ScalarType half = ScalarType.Float16;

    /// <summary>Single precision.</summary>
    public const ScalarType @float = ScalarType.Float32;

    /// <summary>Double precision.</summary>
    public const ScalarType @double = ScalarType.Float64;

    /// <summary>Whether a type holds real numbers: float16, bfloat16, float32, float64.</summary>
    public static bool is_floating_point(ScalarType type) => type.IsFloating();

    /// <summary>Whether a type holds integers or truth values.</summary>
    public static bool is_integral(ScalarType type) => !type.IsFloating();

    /// <summary>Whether a tensor's elements are integers or truth values.</summary>
    public static bool is_integral(Tensor t) => !t.is_floating_point();

    /// <summary>The largest integer an integral type can hold.</summary>
    /// <exception cref="ArgumentException">The type is a floating-point type.</exception>
    public static long max_int_value(ScalarType type) => type switch
    {
        ScalarType.Bool => 1,
        ScalarType.Byte => byte.MaxValue,
        ScalarType.Int8 => sbyte.MaxValue,
        ScalarType.Int16 => short.MaxValue,
        ScalarType.Int32 => int.MaxValue,
        ScalarType.Int64 => long.MaxValue,
        _ => throw new ArgumentException($"max_int_value: {type.TorchName()} is not an integral type"),
    };

    /// <summary>The smallest integer an integral type can hold.</summary>
    /// <exception cref="ArgumentException">The type is a floating-point type.</exception>
    internal static long min_int_value(ScalarType type) => type is ScalarType.Bool or ScalarType.Byte ? 0 : -max_int_value(type) - 1;

    /// <summary>What numbers an integral type holds.</summary>
    /// <exception cref="ArgumentException">The type is not an integral type.</exception>
    public static IInfo iinfo(ScalarType dtype) => dtype.IsFloating() || dtype == ScalarType.Bool
        ? throw new ArgumentException($"iinfo: {dtype.TorchName()} is not an integral type; finfo tells of floating-point types")
        : new(dtype, 8 * dtype.ElementSize(), min_int_value(dtype), max_int_value(dtype));

    /// <summary>What numbers the default floating-point type holds.</summary>
    public static FInfo finfo() => finfo(get_default_dtype());

    /// <summary>What numbers a floating-point type holds.</summary>
    /// <exception cref="ArgumentException">The type is not a floating-point type.</exception>
    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.Float16 => new(ScalarType.Float16, 16, Math.Pow(2, -10), 65504, Math.Pow(2, -14), 1e-3),
        ScalarType.BFloat16 => new(ScalarType.BFloat16, 16, Math.Pow(2, -7), (2 - Math.Pow(2, -7)) * Math.Pow(2, 127), Math.Pow(2, -126),
            1e-2),
        ScalarType.Float32 => new(ScalarType.Float32, 32, Math.Pow(2, -23), float.MaxValue, Math.Pow(2, -126), 1e-6),
        ScalarType.Float64 => new(ScalarType.Float64, 64, Math.Pow(2, -52), double.MaxValue, Math.Pow(2, -1022), 1e-15),
        var other => throw new ArgumentException($"finfo: {other.TorchName()} is not a floating-point type; iinfo tells of integral types"),
    };

    /// <summary>The type that holds the values of both, by PyTorch's promotion table.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => Qiansi.Torch.Tensors.Promotion.Promote(type1, type2);

    /// <summary>The type an operation on both tensors has; a 0-dimensional tensor weighs less than one with dimensions.</summary>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => Qiansi.Torch.Tensors.Promotion.Of(tensor1, tensor2);

    /// <summary>The floating-point type given to tensors whose type is not named.</summary>
    public static ScalarType get_default_dtype() => Qiansi.Torch.Tensors.Promotion.DefaultFloat;

    /// <summary>Sets the floating-point type given to tensors whose type is not named: float32 or float64.</summary>
    public static void set_default_dtype(ScalarType dtype) => Qiansi.Torch.Tensors.Promotion.DefaultFloat = dtype.IsFloating()
        ? dtype
        : throw new ArgumentException($"set_default_dtype: {dtype.TorchName()} is not a floating-point type; use float32 or float64");
}
