namespace Qiansi;

public static partial class torch
{
    /// <summary>Truth values.</summary>
    public const ScalarType @bool = ScalarType.Bool;

    /// <summary>Unsigned 8-bit integers.</summary>
    public const ScalarType uint8 = ScalarType.Byte;

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
        ScalarType.Int32 => int.MaxValue,
        ScalarType.Int64 => long.MaxValue,
        _ => throw new ArgumentException($"max_int_value: {type.TorchName()} is not an integral type"),
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
