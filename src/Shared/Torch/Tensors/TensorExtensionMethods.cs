namespace Qiansi;

/// <summary>Tensors from C# numbers and arrays, written as methods of these.</summary>
public static class TensorExtensionMethods
{
    /// <summary>A tensor of an array's elements, in row-major order.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dimensions">The shape; one size may be −1.</param>
    /// <param name="doCopy">Not looked at: the elements are always copied.</param>
    /// <param name="requires_grad">Whether gradients are wanted.</param>
    public static torch.Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false)
        where T : unmanaged =>
        torch.from_array(rawArray).reshape(dimensions).requires_grad_(requires_grad);

    /// <summary>A 0-dimensional tensor of a number.</summary>
    public static torch.Tensor ToTensor<T>(this T scalar, torch.Device? device = null, bool requires_grad = false) where T : unmanaged =>
        torch.from_array(new[] { scalar }).reshape().requires_grad_(requires_grad);

    /// <summary>A parameter on the tensor's memory.</summary>
    public static Modules.Parameter AsParameter(this torch.Tensor tensor) => torch.nn.Parameter(tensor);

    /// <summary>The gradient, as <see cref="torch.Tensor.grad"/>: older programs call it.</summary>
    public static torch.Tensor? grad(this torch.Tensor tensor) => tensor.grad;

    /// <summary>How many elements a shape has.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => Shape.Count([.. shape]);

    /// <summary>Type, shape and device in one line: <c>[2x3], type = Float32, device = cpu</c>.</summary>
    public static string metastr(this torch.Tensor tensor) =>
        $"[{string.Join("x", tensor.shape)}], type = {tensor.dtype}, device = {tensor.device}";

    /// <summary>Writes the tensor in TorchSharp's format.</summary>
    public static void Save(this torch.Tensor tensor, BinaryWriter writer) => Qiansi.Torch.States.StateFile.Write(writer, tensor);

    /// <summary>Writes the tensor in TorchSharp's format.</summary>
    public static void Save(this torch.Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        tensor.Save(writer);
    }

    /// <summary>Writes the tensor in TorchSharp's format.</summary>
    public static void Save(this torch.Tensor tensor, string location) => tensor.save(location);
}
