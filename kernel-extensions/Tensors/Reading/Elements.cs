using System.Numerics;
using Qiansi.Torch.Tensors;

namespace Qiansi.Tensors.Reading;

/// <summary>Copies elements that lie apart in a tensor's memory into a span of doubles.</summary>
internal static unsafe class Elements
{
    /// <summary>Reads elements from a place on, at a stride; both counted in elements of the shared memory.</summary>
    public static void Read(Tensor tensor, long place, long stride, Span<double> into)
    {
        var memory = tensor.Data - (tensor.offset * tensor.type.ElementSize());
        switch (tensor.type)
        {
            case ScalarType.Float32: Read<float, Number<float>>((float*)memory + place, stride, into); break;
            case ScalarType.Float64: Read<double, Number<double>>((double*)memory + place, stride, into); break;
            case ScalarType.Int32: Read<int, Number<int>>((int*)memory + place, stride, into); break;
            case ScalarType.Int16: Read<short, Number<short>>((short*)memory + place, stride, into); break;
            case ScalarType.Int8: Read<sbyte, Number<sbyte>>((sbyte*)memory + place, stride, into); break;
            case ScalarType.Int64: Read<long, Number<long>>((long*)memory + place, stride, into); break;
            case ScalarType.Float16: Read<Half, Number<Half>>((Half*)memory + place, stride, into); break;
            case ScalarType.BFloat16: Read<BFloat16, Brain>((BFloat16*)memory + place, stride, into); break;
            default: Read<byte, Number<byte>>(memory + place, stride, into); break;
        }

        GC.KeepAlive(tensor);
    }

    private static void Read<T, TElement>(T* from, long stride, Span<double> into)
        where T : unmanaged
        where TElement : IElement<T>
    {
        for (var i = 0; i < into.Length; i++) into[i] = TElement.Value(from[i * stride]);
    }

    private readonly struct Number<T> : IElement<T>
        where T : unmanaged, INumberBase<T>
    {
        public static double Value(T element) => double.CreateTruncating(element);
    }

    private readonly struct Brain : IElement<BFloat16>
    {
        public static double Value(BFloat16 element) => element;
    }
}
