namespace Qiansi;

/// <summary>What there is to know about an element type.</summary>
public static class ScalarTypes
{
    /// <summary>Bytes an element takes.</summary>
    public static int ElementSize(this ScalarType type) => type switch
    {
        ScalarType.Float32 or ScalarType.Int32 => 4,
        ScalarType.Float64 or ScalarType.Int64 => 8,
        ScalarType.Bool or ScalarType.Byte or ScalarType.Int8 => 1,
        _ => 2,
    };

    /// <summary>Whether the type holds real numbers.</summary>
    public static bool IsFloating(this ScalarType type) =>
        type is ScalarType.Float32 or ScalarType.Float64 or ScalarType.Float16 or ScalarType.BFloat16;

    /// <summary>Whether elements are stored in 16 bits and calculated with in float32.</summary>
    internal static bool IsHalf(this ScalarType type) => type is ScalarType.Float16 or ScalarType.BFloat16;

    /// <summary>The name PyTorch prints: <c>torch.float32</c>.</summary>
    public static string TorchName(this ScalarType type) => type switch
    {
        ScalarType.Byte => "torch.uint8",
        ScalarType.Int8 => "torch.int8",
        ScalarType.Int16 => "torch.int16",
        ScalarType.Int32 => "torch.int32",
        ScalarType.Int64 => "torch.int64",
        ScalarType.Float16 => "torch.float16",
        ScalarType.Float32 => "torch.float32",
        ScalarType.Float64 => "torch.float64",
        ScalarType.Bool => "torch.bool",
        ScalarType.BFloat16 => "torch.bfloat16",
        _ => $"ScalarType({(int)type})",
    };

    /// <summary>The element type that stores a C# type.</summary>
    /// <exception cref="ArgumentException">No tensor holds elements of that type.</exception>
    internal static ScalarType Of<T>() where T : unmanaged
    {
        if (typeof(T) == typeof(float)) return ScalarType.Float32;
        if (typeof(T) == typeof(double)) return ScalarType.Float64;
        if (typeof(T) == typeof(long)) return ScalarType.Int64;
        if (typeof(T) == typeof(int)) return ScalarType.Int32;
        if (typeof(T) == typeof(bool)) return ScalarType.Bool;
        if (typeof(T) == typeof(short)) return ScalarType.Int16;
        if (typeof(T) == typeof(sbyte)) return ScalarType.Int8;
        if (typeof(T) == typeof(byte)) return ScalarType.Byte;
        if (typeof(T) == typeof(Half)) return ScalarType.Float16;
        if (typeof(T) == typeof(Torch.Tensors.BFloat16)) return ScalarType.BFloat16;
        throw new ArgumentException(
            $"no tensor holds elements of type {typeof(T).Name}; use float, double, long, int, short, sbyte, byte, bool or Half");
    }
}
