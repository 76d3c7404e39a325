using Qiansi.Tensors.Facts;
using Ours = Qiansi.torch;
using Their = TorchSharp.torch;
using TheirType = TorchSharp.torch.ScalarType;

namespace Qiansi.TorchSharp;

/// <summary>Copies of tensors between TorchSharp and the tensor library that comes with the kernel.</summary>
public static class TensorConversions
{
    /// <summary>A copy in the kernel's tensor library, of the same shape, on the CPU, detached from the graph of gradients.</summary>
    /// <param name="tensor">TorchSharp's; of real numbers or booleans. Half precision becomes float32.</param>
    /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
    /// <exception cref="NotSupportedException">Its elements are complex or quantized.</exception>
    public static Ours.Tensor ToQiansi(this Their.Tensor tensor)
    {
        ObjectDisposedException.ThrowIf(tensor.IsInvalid, tensor);
        return Copy(tensor) ?? throw new NotSupportedException(
            $"a TorchSharp tensor of {TheirTensorView.Type(tensor)} {ShapeText.Sizes(tensor.shape)} has no counterpart: "
            + "take its real or imaginary part, or its abs()");
    }

    /// <summary>A copy in TorchSharp, of the same shape and type of elements, on the CPU, detached from the graph of gradients.</summary>
    /// <param name="tensor">The kernel's.</param>
    /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
    public static Their.Tensor ToTorchSharp(this Ours.Tensor tensor)
    {
        ObjectDisposedException.ThrowIf(tensor.IsInvalid, tensor);
        var type = Enum.Parse<TheirType>($"{tensor.dtype}");
        if (tensor.numel() == 0) return Their.zeros(tensor.shape, dtype: type);
        var flat = tensor.detach().contiguous().reshape(-1);
        return tensor.dtype switch
        {
            Ours.ScalarType.Bool => Their.tensor(flat.ToArray<bool>(), tensor.shape),
            Ours.ScalarType.Byte => Their.tensor(flat.ToArray<byte>(), tensor.shape),
            Ours.ScalarType.Int32 => Their.tensor(flat.ToArray<int>(), tensor.shape),
            Ours.ScalarType.Int64 => Their.tensor(flat.ToArray<long>(), tensor.shape),
            Ours.ScalarType.Float64 => Their.tensor(flat.ToArray<double>(), tensor.shape),
            _ => Their.tensor(flat.to_type(Ours.ScalarType.Float32).ToArray<float>(), tensor.shape).to_type(type),
        };
    }

    /// <summary>A copy; null of elements that ours do not have.</summary>
    internal static Ours.Tensor? Copy(Their.Tensor tensor)
    {
        var shape = tensor.shape;
        using var scope = Their.NewDisposeScope();
        var plain = tensor.detach().cpu().contiguous();
        return tensor.dtype switch
        {
            TheirType.Byte => Ours.tensor(Elements<byte>(plain), shape),
            TheirType.Bool => Ours.tensor(Elements<bool>(plain), shape),
            TheirType.Int8 or TheirType.Int16 => Ours.tensor(Elements<int>(plain.to_type(TheirType.Int32)), shape),
            TheirType.Int32 => Ours.tensor(Elements<int>(plain), shape),
            TheirType.Int64 => Ours.tensor(Elements<long>(plain), shape),
            TheirType.Float64 => Ours.tensor(Elements<double>(plain), shape),
            TheirType.Float32 => Ours.tensor(Elements<float>(plain), shape),
            TheirType.Float16 or TheirType.BFloat16 => Ours.tensor(Elements<float>(plain.to_type(TheirType.Float32)), shape),
            _ => null,
        };
    }

    // An accessor of no elements throws.
    private static T[] Elements<T>(Their.Tensor tensor)
        where T : unmanaged => tensor.numel() == 0 ? [] : tensor.data<T>().ToArray();
}
