namespace Qiansi;

public static partial class torch
{
    /// <summary>The type of a tensor's elements. The numbers are PyTorch's own.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>Unsigned 8-bit integer, for images.</summary>
        Byte = 0,

        /// <summary>Signed 8-bit integer: quantized numbers.</summary>
        Int8 = 1,

        /// <summary>Signed 16-bit integer: sound.</summary>
        Int16 = 2,

        /// <summary>Signed 32-bit integer.</summary>
        Int32 = 3,

        /// <summary>Signed 64-bit integer: indices, labels, counts.</summary>
        Int64 = 4,

        /// <summary>IEEE half precision. Stored as such; arithmetic is done in float32 and rounded back.</summary>
        Float16 = 5,

        /// <summary>IEEE single precision, the default.</summary>
        Float32 = 6,

        /// <summary>IEEE double precision.</summary>
        Float64 = 7,

        /// <summary>Truth values, one byte each.</summary>
        Bool = 11,

        /// <summary>The upper half of a float32. Stored as such; arithmetic is done in float32 and rounded back.</summary>
        BFloat16 = 15,
    }
}
