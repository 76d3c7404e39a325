namespace Qiansi.Torch.Tensors;

/// <summary>Which type an operation on several types has: PyTorch's rules.</summary>
/// <remarks>
/// Tensors with dimensions decide; 0-dimensional ones, then numbers, only when they are of a higher kind (truth, integer, real).
/// </remarks>
internal static class Promotion
{
    public static ScalarType DefaultFloat = ScalarType.Float32;

    public static ScalarType Promote(ScalarType a, ScalarType b)
    {
        if (a == b) return a;
        if (a == ScalarType.Bool) return b;
        if (b == ScalarType.Bool) return a;
        var fa = a.IsFloating();
        var fb = b.IsFloating();
        if (fa != fb) return fa ? a : b;
        if (fa) return a == ScalarType.Float64 || b == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32;
        if (a == ScalarType.Int64 || b == ScalarType.Int64) return ScalarType.Int64;
        // Two different ones of 8 bits, or one of 16: 16 bits hold both.
        return a == ScalarType.Int32 || b == ScalarType.Int32 ? ScalarType.Int32 : ScalarType.Int16;
    }

    public static ScalarType Of(Tensor a, Tensor b)
    {
        if (a.type == b.type) return a.type;
        var da = a.sizes.Length > 0;
        var db = b.sizes.Length > 0;
        if (da == db) return Promote(a.type, b.type);
        return da ? Combine(a.type, b.type) : Combine(b.type, a.type);
    }

    public static ScalarType Of(Tensor a, Scalar b) => Combine(a.type, b.Kind switch
    {
        ScalarKind.Float => DefaultFloat,
        ScalarKind.Bool => ScalarType.Bool,
        _ => ScalarType.Int64,
    });

    /// <summary>The result for an operation whose result is real: integers become the default float.</summary>
    public static ScalarType ToFloat(ScalarType type) => type.IsFloating() ? type : DefaultFloat;

    private static ScalarType Combine(ScalarType higher, ScalarType lower)
    {
        if (higher.IsFloating()) return higher;
        if (higher == ScalarType.Bool || lower.IsFloating()) return Promote(higher, lower);
        return higher;
    }
}
