using Qiansi.Torch.Tensors;

namespace Qiansi;

public static partial class torch
{
    /// <summary>A tensor of no dimensions that holds one number, of the type of that number.</summary>
    public static Tensor tensor(float scalar, Device device, bool requires_grad = false) => FromList([scalar], [], null, requires_grad);

    /// <summary>A tensor of no dimensions that holds one number, of the type of that number.</summary>
    public static Tensor tensor(int scalar, Device device, bool requires_grad = false) => FromList([scalar], [], null, requires_grad);

    /// <summary>A tensor of no dimensions that holds one number, of the type of that number.</summary>
    public static Tensor tensor(byte scalar, Device device, bool requires_grad = false) => FromList([scalar], [], null, requires_grad);

    /// <summary>A vector from a list or an array.</summary>
    public static Tensor as_tensor(IList<bool> rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>A vector from a list or an array.</summary>
    public static Tensor as_tensor(IList<byte> rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>A vector from a list or an array.</summary>
    public static Tensor as_tensor(IList<int> rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A vector from a list or an array.</summary>
    public static Tensor as_tensor(IList<long> rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>A vector from a list or an array.</summary>
    public static Tensor as_tensor(IList<float> rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>A vector from a list or an array.</summary>
    public static Tensor as_tensor(IList<double> rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>The elements as bool: true where they are not 0.</summary>
    public static Tensor BoolTensor(Tensor t) => t.to_type(ScalarType.Bool);

    /// <summary>The elements as unsigned 8-bit integers, cut towards zero.</summary>
    public static Tensor ByteTensor(Tensor t) => t.to_type(ScalarType.Byte);

    /// <summary>The elements as float64; the tensor itself when they are.</summary>
    public static Tensor DoubleTensor(Tensor t) => t.to_type(ScalarType.Float64);

    /// <summary>The elements as float32; the tensor itself when they are.</summary>
    public static Tensor FloatTensor(Tensor t) => t.to_type(ScalarType.Float32);

    /// <summary>The elements as 32-bit integers, cut towards zero.</summary>
    public static Tensor IntTensor(Tensor t) => t.to_type(ScalarType.Int32);

    /// <summary>The elements as signed 8-bit integers, cut towards zero.</summary>
    public static Tensor CharTensor(Tensor t) => t.to_type(ScalarType.Int8);

    /// <summary>The elements as 16-bit integers, cut towards zero.</summary>
    public static Tensor ShortTensor(Tensor t) => t.to_type(ScalarType.Int16);

    /// <summary>The elements as 64-bit integers, cut towards zero.</summary>
    public static Tensor LongTensor(Tensor t) => t.to_type(ScalarType.Int64);

    /// <summary>Whether something is a tensor.</summary>
    public static bool is_tensor(object obj) => obj is Tensor;

    /// <summary>Where new tensors live: the CPU.</summary>
    public static Device get_default_device() => CPU;

    /// <summary>Where new tensors live; only the CPU can be named.</summary>
    public static void set_default_device(Device device) => ArgumentNullException.ThrowIfNull(device);

    /// <summary>
    /// Whether elements of one type can be written into another without changing their kind: numbers with fractions never into integers,
    /// numbers never into truth values.
    /// </summary>
    public static bool can_cast(ScalarType from, ScalarType to) =>
        !(from.IsFloating() && !to.IsFloating()) && !(to == ScalarType.Bool && from != ScalarType.Bool);

    /// <summary>Stops with a message unless a condition holds.</summary>
    /// <exception cref="InvalidOperationException">It does not hold.</exception>
    public static void _assert(bool condition, string message)
    {
        if (!condition) throw new InvalidOperationException(message);
    }
}
