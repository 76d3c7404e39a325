namespace Qiansi.TorchBridge;

/// <summary>Members of tensors that cells and libraries of the course use and TorchSharp's have not.</summary>
public static class TensorMembers
{
    extension(Tensor tensor)
    {
        /// <summary>The mean along one dimension.</summary>
        public Tensor mean(long dim, bool keepdim = false) => tensor.mean([dim], keepdim);

        /// <summary>The gradients of a tensor that is no scalar.</summary>
        /// <param name="gradient">The gradient by this tensor, of its shape.</param>
        public void backward(Tensor gradient, bool retain_graph = false, bool create_graph = false) =>
            tensor.backward([gradient], retain_graph || create_graph, create_graph);

        /// <summary>The elements in order, converted to a type.</summary>
        public T[] ToArray<T>()
            where T : unmanaged
        {
            if (tensor.numel() == 0) return [];
            using var plain = tensor.detach().cpu().to_type(TypeOf<T>()).contiguous();
            return plain.data<T>().ToArray();
        }
    }

    /// <summary>The type of a tensor's elements that a .NET type holds.</summary>
    private static ScalarType TypeOf<T>() => default(T) switch
    {
        bool => ScalarType.Bool,
        byte => ScalarType.Byte,
        sbyte => ScalarType.Int8,
        short => ScalarType.Int16,
        int => ScalarType.Int32,
        long => ScalarType.Int64,
        Half => ScalarType.Float16,
        float => ScalarType.Float32,
        double => ScalarType.Float64,
        _ => throw new NotSupportedException($"a tensor has no elements of type {typeof(T).Name}"),
    };
}
